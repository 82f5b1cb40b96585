package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.regulation.CareKind;
import io.bareme.values.Exact;
import org.jspecify.annotations.Nullable;

/**
 * How many semesters of orthodontic treatment a line is for, where a limit is by semester: as many as its quantity says,
 * each with an amount of its own. What is settled together is one.
 */
final class Semesters {

    private Semesters() {}

    static int of(ResolvedLine line, Limit limit) {
        boolean by = limit instanceof Limit.AmountLimit && limit.period() instanceof Period.Semester;
        return by && line.line().group() == null && isTreatment(line)
                ? line.line().quantity()
                : 1;
    }

    /** Treatment, paid or refused by the scheme, is counted in semesters; retention and follow-up are not. */
    private static boolean isTreatment(ResolvedLine line) {
        if (line.lineage().contains("dental.orthodontics.accepted.retention")) {
            return false;
        }
        return line.lineage().contains("dental.orthodontics.refused")
                || line.act() != null && line.act().kind() == CareKind.ORTHODONTICS;
    }

    /** A share of the line's own price or base is that of all its semesters: one of them has its part. */
    static @Nullable Exact each(ResolvedLine line, Limit.AmountLimit limit, @Nullable Exact whole) {
        boolean ofLine = limit.amount() instanceof Measure.Share share && share.basis() != Basis.PMSS;
        return whole == null || !ofLine ? whole : whole.part(1, of(line, limit));
    }
}
