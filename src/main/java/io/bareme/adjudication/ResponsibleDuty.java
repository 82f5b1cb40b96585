package io.bareme.adjudication;

import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the law makes of each responsible contract's amount for a line: the {@link LegalFrame}, with what may be paid
 * once in a time counted for each contract, and what a person must know of it. A contract that is not responsible is
 * left as it is.
 */
final class ResponsibleDuty {

    private final ResolvedLine line;
    private final Figures figures;
    private final LegalFrame frame;
    private final LegalPeriod period;
    private final @Nullable Equipment equipment;
    private final PaidSoFar paid;
    private final List<Finding> findings = new ArrayList<>();
    private boolean reduced;

    ResponsibleDuty(
            ResolvedLine line,
            Figures figures,
            LegalFrame frame,
            LegalPeriod period,
            @Nullable Equipment equipment,
            PaidSoFar paid) {
        this.line = line;
        this.figures = figures;
        this.frame = frame;
        this.period = period;
        this.equipment = equipment;
        this.paid = paid;
    }

    /** What the law lets the contract pay once in a time, and what is left of it. */
    List<LegalPeriod.Room> rooms(Cover cover) {
        return cover.table().responsible() ? period.rooms(cover.enrolment()) : List.of();
    }

    /**
     * The amount, but no more than the law lets the contract pay.
     *
     * @param optam what it and those before it would pay at a doctor who signed OPTAM; null when that makes no difference
     */
    EachUnit atMost(Cover cover, EachUnit amount, @Nullable Money optam, List<LegalPeriod.Room> rooms) {
        if (!cover.table().responsible()) {
            return amount;
        }
        if (equipment != null && !Equipment.isClassA(line) && amount.all().compareTo(figures.copayment()) > 0) {
            equipment.coveredBeyondCopayment(cover.enrolment().id());
        }
        return frame.atMost(amount, owing(cover), optam, rooms);
    }

    /** The minimum of an equipment is owed by the first that covers it beyond the copayment, an option if need be. */
    private LegalFloors.Owing owing(Cover cover) {
        boolean minimum = equipment != null
                && paid.isFirst(
                        cover,
                        other -> equipment.isCoveredBeyondCopayment(
                                other.enrolment().id()));
        return new LegalFloors.Owing(paid.owesFloor(cover), minimum, paid.responsible());
    }

    /** What the contract would pay of another amount: nothing is told of it. */
    Money wouldBeAtLeast(Cover cover, EachUnit amount, List<LegalPeriod.Room> rooms) {
        return cover.table().responsible() ? frame.wouldBeAtLeast(amount, owing(cover), rooms) : amount.all();
    }

    /** The amount, but no less than the law makes the contract owe. */
    Money atLeast(Cover cover, EachUnit amount, List<LegalPeriod.Room> rooms) {
        if (!cover.table().responsible()) {
            return amount.all();
        }
        Money framed = frame.atLeast(amount, owing(cover), rooms);
        if (frame.withheld()) {
            rooms.stream().filter(LegalPeriod.Room::tooEarly).forEach(this::tooEarly);
            if (LegalPeriod.asksSide(rooms)) {
                findings.add(Weighing.missing(line, "side-missing", Map.of("act", act()), "part"));
            }
        }
        LocalDate apart = equipment == null ? null : period.boughtApart(rooms, equipment.days());
        if (apart != null && framed.compareTo(figures.copayment()) > 0) {
            findings.add(Weighing.doubt(line, "equipment-bought-apart", Map.of("since", apart.toString())));
        }
        return framed;
    }

    private void tooEarly(LegalPeriod.Room room) {
        reduced = true;
        LocalDate other = room.other();
        findings.add(other == null ? moreAtOnce(room) : early(room, other));
    }

    /** Nothing was bought before: the line itself has more than may be paid at a time. */
    private Finding moreAtOnce(LegalPeriod.Room room) {
        return Weighing.note(
                line,
                "more-at-once",
                Map.of("asked", String.valueOf(room.asked()), "most", String.valueOf(room.most())));
    }

    private Finding early(LegalPeriod.Room room, LocalDate other) {
        return Weighing.note(
                line,
                "renewal-early",
                Map.of(
                        "since", other.toString(),
                        "from", other.plusMonths(room.months()).toString(),
                        "months", String.valueOf(room.months())));
    }

    /**
     * Counts what the contract is about to pay towards what it may pay once in a time. Once it pays more than the
     * copayment of one part of an equipment, the equipment is bought: the parts settled after it count too, though the
     * words left them their copayment alone.
     */
    List<LineDecision.LimitUse> consume(Cover cover, Money amount, List<LegalPeriod.Room> rooms) {
        boolean beyondCopayment =
                amount.isPositive() && paid.responsible().plus(amount).compareTo(figures.copayment()) > 0;
        return period.consume(cover.enrolment(), rooms, counts(cover.enrolment().id(), beyondCopayment));
    }

    private boolean counts(String enrolment, boolean beyondCopayment) {
        if (equipment == null) {
            return beyondCopayment;
        }
        if (beyondCopayment) {
            equipment.boughtUnder(enrolment);
        }
        return equipment.isBoughtUnder(enrolment);
    }

    /** Tells the frame what the responsible contracts paid in the end, and what deductibles kept. */
    void settled(Money kept) {
        frame.settled(paid.responsible(), kept);
    }

    /** What a person must know. */
    List<Finding> findings() {
        return findings;
    }

    /** Whether a renewal came too early and was not paid as the table says. */
    boolean reduced() {
        return reduced;
    }

    private String act() {
        return line.line().act().toString();
    }
}
