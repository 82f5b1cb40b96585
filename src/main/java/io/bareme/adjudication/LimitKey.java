package io.bareme.adjudication;

import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key of one limit's counter: household, enrolment, which limit, whose consumption, and over which time.
 *
 * @param limit which limit of the contract: the table's line and the limit's place in it, or the id of a shared limit
 * @param byPart whether equipment is one for each part of the body, as hearing aids are and spectacles are not
 * @param first the first day of what the line is settled with
 * @param began the first day of the stay, which earlier claims may have billed
 * @param open the keys under which something is counted
 */
record LimitKey(
        Rights rights,
        Enrolment enrolment,
        String limit,
        CareLine line,
        boolean byPart,
        LocalDate first,
        LocalDate began,
        Set<String> open) {

    /** The eyes and the ears of a claim; a tooth has a number. */
    static final List<String> SIDES = List.of("left", "right");

    private static final String PART = "part";
    private static final String ILLNESS = "illness";
    private static final int SEMESTER = 6;

    /** The key as the book knows the days that the line's group and stay began on. */
    static LimitKey of(
            Rights rights, Enrolment enrolment, String limit, CareLine line, boolean byPart, LimitBook book) {
        return new LimitKey(
                rights, enrolment, limit, line, byPart, book.firstDay(line), book.stayBegan(line), book.keys());
    }

    LimitPlace of(Limit of) {
        return of(of.period(), of.scope());
    }

    /** One place for each semester of treatment that the line is for, the next six months after the one before. */
    List<LimitPlace> ofEach(Limit of, int semesters) {
        Map<String, LimitPlace> places = new LinkedHashMap<>();
        for (int semester = 0; semester < semesters; semester++) {
            LimitPlace place = of(of.period(), of.scope(), line.date().plusMonths((long) semester * SEMESTER));
            places.putIfAbsent(String.valueOf(place.key()), place);
        }
        return List.copyOf(places.values());
    }

    /**
     * Where each of the line's days counts, when they run from a time of the limit into the next; null when they do not,
     * or when care comes out of order, which is referred anyway.
     */
    @Nullable
    AcrossTimes days(Limit of) {
        Integer said = line.course().days();
        int spread = said == null ? line.quantity() : said;
        if (sameTime(of(of), of(of.period(), of.scope(), line.date().plusDays(spread - 1L)))) {
            return null;
        }
        List<AcrossTimes.Part> parts = new ArrayList<>();
        for (int day = 0; day < spread; day++) {
            LimitPlace place = of(of.period(), of.scope(), line.date().plusDays(day));
            if (place.key() == null || place.later() != null) {
                return null;
            }
            AcrossTimes.Part last = parts.isEmpty() ? null : parts.getLast();
            if (last != null && sameTime(last.place(), place)) {
                parts.set(parts.size() - 1, new AcrossTimes.Part(last.place(), last.days() + 1));
            } else {
                parts.add(new AcrossTimes.Part(place, 1));
            }
        }
        return parts.size() < 2 ? null : new AcrossTimes(parts, spread == line.quantity());
    }

    /** A window that care opens holds the days that follow. */
    private static boolean sameTime(LimitPlace one, LimitPlace later) {
        return one.opens() != null && later.opens() != null
                || String.valueOf(one.key()).equals(later.key());
    }

    LimitPlace of(Period period, Scope scope) {
        return of(period, scope, line.date());
    }

    private LimitPlace of(Period period, Scope scope, LocalDate day) {
        String subject = subject(scope);
        if (subject == null) {
            return LimitPlace.unsaid(PART);
        }
        String household = enrolment.household() == null ? rights.household() : enrolment.household();
        return within(day, period, household + "/" + enrolment.id() + "/" + limit + "/" + subject + "/");
    }

    /** Null when the limit counts by a part of the body that the line does not name. */
    private @Nullable String subject(Scope scope) {
        String part = line.circumstances().part();
        return switch (scope) {
            case BENEFICIARY -> rights.person();
            case FAMILY -> "family";
            case EYE, EAR -> part == null || !SIDES.contains(part) ? null : rights.person() + ":" + part;
            case TOOTH -> part == null || SIDES.contains(part) ? null : rights.person() + ":" + part;
            case PAIR -> rights.person() + ":" + occasion();
        };
    }

    private LimitPlace within(LocalDate day, Period period, String prefix) {
        return switch (period) {
            case Period.CivilYear() -> LimitPlace.at(prefix + day.getYear());
            case Period.ContractYear() -> LimitPlace.at(prefix + "year-from-" + anniversary(enrolment.since(), day));
            case Period.Rolling(int months) ->
                new LimitWindows(prefix + "months-" + months + "-from-", months, open).at(day);
            case Period.Lifetime() -> LimitPlace.at(prefix + "lifetime");
            case Period.Semester() ->
                new LimitWindows(prefix + "semester-from-", SEMESTER, open).at(line.group() == null ? day : first);
            case Period.Stay() -> LimitPlace.at(stay(prefix + "stay-"));
            case Period.Equipment() -> LimitPlace.at(prefix + "equipment-" + equipment());
            case Period.IllnessYear() -> byIllness(prefix, day);
        };
    }

    private LimitPlace byIllness(String prefix, LocalDate day) {
        String illness = line.circumstances().illness();
        return illness == null
                ? LimitPlace.unsaid(ILLNESS)
                : LimitPlace.at(prefix + "illness-" + day.getYear() + "-" + illness);
    }

    /** What is settled together, by its word and its first day; the day of a line alone. */
    private String occasion() {
        String group = line.group();
        return group == null ? line.date().toString() : group + "-from-" + first;
    }

    /** A stay that began before what is billed here counts where it was counted first. */
    private String stay(String prefix) {
        String own = prefix + occasion();
        return began.isBefore(first)
                ? open.stream()
                        .filter(key -> key.startsWith(prefix) && key.endsWith(began.toString()))
                        .sorted()
                        .findFirst()
                        .orElse(own)
                : own;
    }

    /** Where a stay that began before what is billed here was counted; null for any other. */
    @Nullable
    LimitPlace ofStay(Limit of) {
        return began.isBefore(first) ? of(of.period(), of.scope(), began) : null;
    }

    private String equipment() {
        String part = line.circumstances().part();
        return byPart && part != null ? occasion() + ":" + part : occasion();
    }

    private static LocalDate anniversary(LocalDate first, LocalDate day) {
        LocalDate anniversary =
                first.plusYears(java.time.Period.between(first, day).getYears());
        return anniversary.isAfter(day) ? anniversary.minusYears(1) : anniversary;
    }
}
