package io.bareme.adjudication;

import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Scope;
import java.time.LocalDate;
import java.util.Set;

/**
 * The key of one limit's counter: household, enrolment, table line, which limit of the line, whose consumption, and
 * over which time.
 */
final class LimitKey {

    private LimitKey() {}

    static String of(
            Rights rights,
            Enrolment enrolment,
            Guarantee guarantee,
            int index,
            Limit limit,
            CareLine line,
            Set<String> open) {
        String household = enrolment.household() == null ? rights.household() : enrolment.household();
        String prefix = household + "/" + enrolment.id() + "/" + guarantee.line() + "/" + index + "/"
                + subject(rights, limit.scope(), line) + "/";
        return prefix + time(limit.period(), enrolment, guarantee, line, prefix, open);
    }

    private static String subject(Rights rights, Scope scope, CareLine line) {
        String part = line.circumstances().part();
        return switch (scope) {
            case BENEFICIARY -> rights.person();
            case FAMILY -> "family";
            case EYE, EAR, TOOTH, PAIR -> rights.person() + ":" + (part == null ? "unspecified" : part);
        };
    }

    private static String time(
            Period period, Enrolment enrolment, Guarantee guarantee, CareLine line, String prefix, Set<String> open) {
        LocalDate day = line.date();
        return switch (period) {
            case Period.CivilYear() -> String.valueOf(day.getYear());
            case Period.ContractYear() -> "year-from-" + anniversary(enrolment.since(), day);
            case Period.Rolling rolling -> rolling(rolling, day, prefix, open);
            case Period.Lifetime() -> "lifetime";
            case Period.Semester() -> "semester-" + day.getYear() + (day.getMonthValue() <= 6 ? "-1" : "-2");
            case Period.Stay() -> "stay-" + (line.group() == null ? day : line.group());
            case Period.Equipment() -> "equipment-" + equipment(guarantee, line);
            case Period.IllnessYear() -> "illness-" + day.getYear();
        };
    }

    /** Spectacles are one equipment for both eyes; a hearing aid is one for its ear. */
    private static String equipment(Guarantee guarantee, CareLine line) {
        String together = line.group() == null ? line.date().toString() : line.group();
        boolean spectacles = guarantee.families().stream().anyMatch(family -> family.startsWith("optical"));
        String part = line.circumstances().part();
        return spectacles || part == null ? together : together + ":" + part;
    }

    private static LocalDate anniversary(LocalDate first, LocalDate day) {
        LocalDate anniversary =
                first.plusYears(java.time.Period.between(first, day).getYears());
        return anniversary.isAfter(day) ? anniversary.minusYears(1) : anniversary;
    }

    /** The window that the day falls in, opened by an earlier care; else the window that this care opens. */
    private static String rolling(Period.Rolling period, LocalDate day, String prefix, Set<String> open) {
        String opening = "months-" + period.months() + "-from-";
        for (String key : open) {
            if (key.startsWith(prefix + opening)) {
                LocalDate first = LocalDate.parse(key.substring(prefix.length() + opening.length()));
                if (!day.isBefore(first) && day.isBefore(first.plusMonths(period.months()))) {
                    return opening + first;
                }
            }
        }
        return opening + day;
    }
}
