package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How two decisions on one line of a claim differ, in what people see: the verdict and the amounts.
 *
 * @param verdictWas null where the verdict is the same
 * @param verdictNow null where the verdict is the same
 */
@Schema(name = "LineDifference")
@JsonInclude(Include.NON_NULL)
public record LineDifference(
        int line,

        @Schema(description = "Each amount that differs.") List<Figure> amounts,

        @Schema(description = "Absent where the verdict is the same.", example = "approved") @Nullable
        String verdictWas,

        @Schema(description = "Absent where the verdict is the same.", example = "referred") @Nullable
        String verdictNow) {

    /** One amount. */
    @Schema(name = "AmountDifference")
    @JsonInclude(Include.NON_NULL)
    public record Figure(
            @Schema(
                    description = "As a decision's line names it; contract for what one of them pays.",
                    example = "complementary")
            String figure,

            @Schema(description = "Which contract, where it is of one.") @Nullable
            String contract,

            @Schema(example = "108.00") String was,
            @Schema(example = "96.00") String now) {}

    private static final Map<String, Function<Shares, Money>> FIGURES = figures();

    private static Map<String, Function<Shares, Money>> figures() {
        Map<String, Function<Shares, Money>> figures = new LinkedHashMap<>();
        figures.put("complementary", Shares::complementary);
        figures.put("memberShare", shares -> shares.member().total());
        figures.put("compulsory", Shares::compulsory);
        figures.put("compulsoryNet", Shares::compulsoryNet);
        figures.put("base", Shares::base);
        figures.put("pathwayPenalty", Shares::pathwayPenalty);
        figures.put("participation", Shares::participation);
        figures.put("franchise", Shares::franchise);
        figures.put("otherPayers", Shares::otherPayers);
        figures.put("beyondCharge", Shares::beyondCharge);
        figures.put("payableAtCounter", Shares::payableAtCounter);
        return figures;
    }

    /** The lines that differ, of two decisions on one claim. */
    public static List<LineDifference> between(Decision was, Decision now) {
        List<LineDifference> differences = new ArrayList<>();
        for (int i = 0; i < was.lines().size(); i++) {
            LineDecision before = was.lines().get(i);
            LineDecision after = now.lines().get(i);
            boolean same = before.verdict() == after.verdict();
            List<Figure> amounts = amounts(before.shares(), after.shares());
            if (!same || !amounts.isEmpty()) {
                differences.add(new LineDifference(
                        before.number(),
                        amounts,
                        same ? null : Words.small(before.verdict()),
                        same ? null : Words.small(after.verdict())));
            }
        }
        return differences;
    }

    private static List<Figure> amounts(Shares was, Shares now) {
        List<Figure> amounts = new ArrayList<>();
        FIGURES.forEach((name, figure) -> add(amounts, name, null, figure.apply(was), figure.apply(now)));
        Map<String, Money> before = byContract(was);
        Map<String, Money> after = byContract(now);
        Money zero = Money.zero(was.charge().currency());
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted()
                .forEach(contract -> add(
                        amounts,
                        "contract",
                        contract,
                        Objects.requireNonNullElse(before.get(contract), zero),
                        Objects.requireNonNullElse(after.get(contract), zero)));
        return amounts;
    }

    private static Map<String, Money> byContract(Shares shares) {
        Map<String, Money> paid = new TreeMap<>();
        for (ContractShare share : shares.contracts()) {
            paid.merge(share.enrolment(), share.amount(), Money::plus);
        }
        return paid;
    }

    private static void add(List<Figure> amounts, String figure, @Nullable String contract, Money was, Money now) {
        if (!was.equals(now)) {
            amounts.add(new Figure(figure, contract, Statement.plain(was), Statement.plain(now)));
        }
    }
}
