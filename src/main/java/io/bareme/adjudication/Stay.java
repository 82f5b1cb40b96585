package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hospital stay: the lines settled together, and the participation that they leave, on which the daily charge is
 * imputed (CSS L174-4). One heavy act frees the whole stay from the percentage; its flat participation is due once
 * (R160-16 I).
 */
final class Stay {

    private final List<ResolvedLine> lines;
    private Money participation;

    private Stay(List<ResolvedLine> lines) {
        this.lines = lines;
        this.participation = Money.zero(lines.get(0).charge().currency());
    }

    /** Null when the group is no stay. */
    static @Nullable Stay of(SettlementGroup group) {
        boolean stay = group.lines().size() > 1
                && group.lines().stream()
                        .anyMatch(line -> is(line, CareKind.HOSPITAL_STAY) || is(line, CareKind.DAILY_CHARGE));
        return stay ? new Stay(group.lines()) : null;
    }

    private static boolean is(ResolvedLine line, CareKind kind) {
        Act act = line.act();
        return act != null && act.kind() == kind;
    }

    /** The number of the line that bears the flat participation; 0 when the stay has no heavy act. */
    int heavyAct(Workings workings) {
        Lookup.Known threshold = workings.find("fr.heavy-act.threshold", "");
        if (threshold == null) {
            return 0;
        }
        return lines.stream()
                .filter(line -> is(line, CareKind.TECHNICAL) || is(line, CareKind.HOSPITAL_FEES))
                .filter(line -> line.base().unit().compareTo(threshold.exact()) >= 0)
                .mapToInt(line -> line.line().number())
                .findFirst()
                .orElse(0);
    }

    /** How many days of the stay come before those of the line. */
    int daysBefore(ResolvedLine line) {
        return lines.stream()
                .filter(other -> is(other, CareKind.HOSPITAL_STAY))
                .takeWhile(other -> other.line().number() != line.line().number())
                .mapToInt(other -> other.line().quantity())
                .sum();
    }

    void leaves(Money copayment) {
        participation = participation.plus(copayment);
    }

    /** What the stay's own lines leave so far: they are settled before its daily charge. */
    Money participation() {
        return participation;
    }
}
