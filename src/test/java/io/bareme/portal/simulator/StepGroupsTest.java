package io.bareme.portal.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.adjudication.Shares.MemberShare;
import io.bareme.adjudication.Step;
import io.bareme.adjudication.Verdict;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepGroupsTest {

    private static final Money ZERO = Money.zero(Currency.EUR);

    @Test
    void each_figure_is_explained_by_the_steps_that_made_it() {
        StepGroups groups = new StepGroups(line(
                List.of(share("a", "cell"), share("b", "cell")),
                "base",
                "compulsory",
                "stay-day-31",
                "participation",
                "local-scheme",
                "guarantee",
                "term-share",
                "contract",
                "guarantee",
                "indemnity",
                "contract"));

        assertThat(codes(groups, StepGroups.BASE)).containsExactly("base");
        assertThat(codes(groups, StepGroups.COMPULSORY)).containsExactly("compulsory", "stay-day-31");
        assertThat(codes(groups, StepGroups.ABATEMENT)).containsExactly("participation");
        assertThat(codes(groups, StepGroups.OTHER)).containsExactly("local-scheme");
        assertThat(codes(groups, "a")).containsExactly("guarantee", "term-share", "contract");
        assertThat(codes(groups, "b")).containsExactly("guarantee", "indemnity", "contract");
    }

    @Test
    void a_contract_without_a_cell_is_passed_over() {
        StepGroups groups = new StepGroups(
                line(List.of(share("a", null), share("b", "cell")), "legal-floor", "guarantee", "contract"));

        assertThat(codes(groups, "a")).containsExactly("legal-floor");
        assertThat(codes(groups, "b")).containsExactly("guarantee", "contract");
    }

    private static List<String> codes(StepGroups groups, String figure) {
        return groups.of(figure).stream().map(Step::code).toList();
    }

    private static ContractShare share(String enrolment, @Nullable String line) {
        return new ContractShare(enrolment, "product", "level", line, line, ZERO);
    }

    private static LineDecision line(List<ContractShare> contracts, String... codes) {
        MemberShare member = new MemberShare(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);
        Shares shares = new Shares(ZERO, ZERO, null, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, contracts, member, ZERO);
        List<Step> steps = Arrays.stream(codes)
                .map(code -> new Step(code, Map.of(), null, null))
                .toList();
        return new LineDecision(1, Verdict.APPROVED, shares, List.of(), steps, List.of());
    }
}
