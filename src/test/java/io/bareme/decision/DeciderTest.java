package io.bareme.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.ClockClass;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.Verdict;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.Nomenclature;
import io.bareme.regulation.Regulation;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DeciderTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);
    private static final Rights RIGHTS =
            new Rights("p", "h", LocalDate.of(1980, 1, 1), Scheme.FR_GENERAL, Set.of(), List.of());
    private static final Claim CLAIM = new Claim(
            ClaimKind.AUTHORIZATION,
            "p",
            DAY,
            true,
            new Provider("", "", Provider.Category.UNSPECIFIED, Set.of(), "FR"),
            null,
            null,
            List.of(new CareLine(
                    1,
                    new ActCode(CodeSystem.NGAP, "G"),
                    DAY,
                    1,
                    null,
                    Money.of("30.00", Currency.EUR),
                    CareLine.Given.NOTHING,
                    CareLine.Circumstances.ORDINARY,
                    null)),
            List.of());

    @Test
    void an_engine_that_fails_pends_the_case_and_says_so_loudly(CapturedOutput log) {
        Edition broken = edition(lines -> {
            throw new IllegalStateException("planted failure");
        });

        Decision decision = Decider.decide(CLAIM, RIGHTS, Consumption.NONE, broken);

        assertThat(Decider.failed(decision)).isTrue();
        assertThat(decision.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(decision.clock()).isEqualTo(ClockClass.HOUR);
        assertThat(decision.movements()).isEmpty();
        assertThat(decision.lines().getFirst().shares().member().total()).isEqualTo(Money.of("30.00", Currency.EUR));
        assertThat(log).contains("ERROR").contains("planted failure");
    }

    @Test
    void an_engine_that_works_does_not() {
        Decision decision = Decider.decide(CLAIM, RIGHTS, Consumption.NONE, edition(lines -> List.of()));

        assertThat(Decider.failed(decision)).isFalse();
    }

    private static Edition edition(io.bareme.adjudication.CoverageRules rules) {
        return new Edition("e", new Regulation(Map.of()), new Nomenclature(Map.of(), Map.of()), Map.of(), rules);
    }
}
