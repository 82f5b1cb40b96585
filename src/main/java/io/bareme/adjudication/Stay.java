package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One hospital stay, or stays that follow each other without a break: the lines settled together, and the participation
 * that they leave, on which the daily charge is imputed (CSS L174-4).
 */
final class Stay {

    private final List<ResolvedLine> lines;
    private final LocalDate began;
    private Money participation;

    private Stay(List<ResolvedLine> lines, LocalDate began) {
        this.lines = lines;
        this.began = began;
        this.participation = Money.zero(lines.get(0).charge().currency());
    }

    /**
     * Null when the group is no stay; a daily charge alone is none.
     *
     * @param began the first day of the stay, which earlier claims may have billed
     */
    static @Nullable Stay of(SettlementGroup group, LocalDate began) {
        boolean several = group.lines().size() > 1;
        boolean stay = group.lines().stream()
                .anyMatch(line -> is(line, CareKind.HOSPITAL_STAY) || several && is(line, CareKind.DAILY_CHARGE));
        return stay ? new Stay(group.lines(), began) : null;
    }

    /** The first day that the group bills. */
    LocalDate firstDay() {
        return lines.stream()
                .map(line -> line.line().date())
                .min(LocalDate::compareTo)
                .orElse(began);
    }

    private static boolean is(ResolvedLine line, CareKind kind) {
        Act act = line.act();
        return act != null && act.kind() == kind;
    }

    private List<ResolvedLine> of(CareKind kind) {
        return lines.stream().filter(line -> is(line, kind)).toList();
    }

    /** How many days in hospital come before those of the line, since the last break. */
    int daysBefore(ResolvedLine line, CareKind kind) {
        int days = 0;
        LocalDate end = null;
        for (ResolvedLine other : of(kind)) {
            LocalDate date = other.line().date();
            LocalDate said = other.line().course().began();
            days = end != null && date.isAfter(end) ? 0 : days;
            LocalDate from = said == null && end == null && began.isBefore(firstDay()) ? began : said;
            days = from == null ? days : Math.max(days, (int) ChronoUnit.DAYS.between(from, date));
            if (other.line().number() == line.line().number()) {
                return days;
            }
            days += other.line().quantity();
            end = date.plusDays(other.line().quantity());
        }
        return days;
    }

    /** Which day of the stay the line's own is; 1 for the day of admission. */
    int dayOf(ResolvedLine line) {
        LocalDate day = line.line().date();
        return of(CareKind.HOSPITAL_STAY).stream()
                .filter(stay -> !day.isBefore(stay.line().date()))
                .filter(stay ->
                        !day.isAfter(stay.line().date().plusDays(stay.line().quantity())))
                .mapToInt(stay -> daysBefore(stay, CareKind.HOSPITAL_STAY)
                        + (int) ChronoUnit.DAYS.between(stay.line().date(), day)
                        + 1)
                .max()
                .orElse(1);
    }

    /** Whether the daily charge is due for the day of exit too: not on death or transfer. */
    boolean billsExitDay(ResolvedLine line) {
        Course.Discharge said = line.line().course().discharge();
        Course.Discharge discharge = said != null
                ? said
                : lines.stream()
                        .map(other -> other.line().course().discharge())
                        .filter(Objects::nonNull)
                        .reduce((one, later) -> later)
                        .orElse(Course.Discharge.HOME);
        return discharge == Course.Discharge.HOME;
    }

    /**
     * Whether the last day that a daily charge bills is the day of exit, on which no stay of the group goes on: billed
     * in several lines (each month, or at a change of tariff), a stay has one.
     */
    boolean endsWithExitDay(ResolvedLine charge) {
        LocalDate last = charge.line().date().plusDays(charge.line().quantity() - 1L);
        return billsExitDay(charge) && !staysOn(last);
    }

    private boolean staysOn(LocalDate day) {
        return of(CareKind.HOSPITAL_STAY).stream()
                .map(ResolvedLine::line)
                .anyMatch(stay ->
                        !day.isBefore(stay.date()) && day.isBefore(stay.date().plusDays(stay.quantity())));
    }

    /** A stay that another goes on from the same day has no day of exit. */
    private boolean isLeft(ResolvedLine stay) {
        return billsExitDay(stay)
                && !staysOn(stay.line().date().plusDays(stay.line().quantity()));
    }

    /** The most days that a daily charge may be billed for; 0 when the claim does not bill the stay itself. */
    int daysToBill() {
        List<ResolvedLine> stays = of(CareKind.HOSPITAL_STAY);
        int days = stays.stream().mapToInt(line -> line.line().quantity()).sum();
        int exits = (int) stays.stream().filter(this::isLeft).count();
        return stays.isEmpty()
                ? 0
                : days + Math.max(exits, of(CareKind.DAILY_CHARGE).stream().anyMatch(this::billsExitDay) ? 1 : 0);
    }

    int daysBilled() {
        return of(CareKind.DAILY_CHARGE).stream()
                .mapToInt(line -> line.line().quantity())
                .sum();
    }

    void leaves(Money copayment) {
        participation = participation.plus(copayment);
    }

    /** What the stay's own lines leave, less what was imputed on it: they are settled before its daily charge. */
    Money participation() {
        return participation;
    }

    /** A daily charge is imputed on the participation once. */
    void imputes(Money charge) {
        participation = participation.minus(charge).orZero();
    }
}
