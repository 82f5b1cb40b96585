package io.bareme.rulebook.responsible;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Step;
import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.Reach;
import io.bareme.guarantee.SharedLimit;
import io.bareme.values.Source;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lines share may stop or keep back what is paid beyond the copayment, never the copayment itself nor the daily
 * charge (R871-2 1°): each limit is tried alone, deductibles one more at a time, on care that the cells pay rightly.
 */
record SharedTermsWithinLaw() implements Requirement {

    @Override
    public void examine(Column column, Faults faults) {
        if (!column.owesFloors()) {
            return;
        }
        for (SharedLimit limit : column.level().limits()) {
            tryOut(column, faults, List.of(limit), List.of(), limit.source(), limit.wording());
            neverOnTheDailyCharge(column, faults, limit);
        }
        List<Deductible> deductibles = column.level().deductibles();
        for (int i = 0; i < deductibles.size(); i++) {
            Deductible last = deductibles.get(i);
            tryOut(column, faults, List.of(), deductibles.subList(0, i + 1), last.source(), last.wording());
        }
    }

    private static void tryOut(
            Column column,
            Faults faults,
            List<SharedLimit> limits,
            List<Deductible> deductibles,
            Source place,
            String wording) {
        ProbeClaims probes = column.probes();
        Stream.concat(
                        probes.acts(column.speaksOfAges()).stream(),
                        probes.repeated(column.speaksOfAges()).stream().map(ProbeClaims.Repeated::often))
                .filter(probe -> column.framed(probe).stream().allMatch(line -> Column.raised(line) == null))
                .forEach(probe -> {
                    for (LineDecision line : column.framed(probe, limits, deductibles)) {
                        Step raised = Column.raised(line);
                        if (raised != null && Column.isCertain(line)) {
                            faults.atTerm(
                                    place,
                                    wording,
                                    raised.source(),
                                    "this leaves " + raised.parameters().get("before") + " of the copayment of "
                                            + probe.act(1) + ", and the law says at least " + raised.amount());
                        }
                    }
                });
    }

    private static void neverOnTheDailyCharge(Column column, Faults faults, SharedLimit limit) {
        var law = column.law("fr.responsible.copayment-share");
        for (Guarantee guarantee : column.level().guarantees()) {
            boolean concerned = DailyChargeWithoutLimit.isFor(guarantee, column)
                    && guarantee.families().stream()
                            .anyMatch(family -> limit.reach().concerns(guarantee.line(), column.lineage(family)));
            if (law != null && (concerned || reachesIt(limit, column))) {
                faults.atTerm(limit.source(), limit.wording(), law.source(), DailyChargeWithoutLimit.MESSAGE);
            }
        }
    }

    private static boolean reachesIt(SharedLimit limit, Column column) {
        return limit.reach() instanceof Reach.Families
                && limit.reach().concerns(null, column.lineage(DailyChargeWithoutLimit.DAILY_CHARGE));
    }
}
