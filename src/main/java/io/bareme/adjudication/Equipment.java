package io.bareme.adjudication;

import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One optical equipment: two lenses and a frame, billed line by line or as one. It is ceilinged as a whole (CSS R871-2
 * 3°), compulsory share included, by the class of its lenses; what class A parts cost is taken off the ceiling of class
 * B parts (mixed equipment).
 */
final class Equipment {

    private static final List<String> CASES = List.of("a", "b", "d", "c", "e", "f");

    private final List<ResolvedLine> lines;
    private final Map<String, Money> takenByClassA = new HashMap<>();
    private Money paid;
    private Money kept;
    private boolean told;
    private final Set<String> beyondCopayment = new HashSet<>();
    private final Set<String> bought = new HashSet<>();

    private Equipment(List<ResolvedLine> lines) {
        this.lines = lines;
        this.paid = Money.zero(lines.get(0).charge().currency());
        this.kept = paid;
    }

    /** Null when no line of the group is part of spectacles. */
    static @Nullable Equipment of(SettlementGroup group) {
        List<ResolvedLine> lines =
                group.lines().stream().filter(Equipment::isPart).toList();
        return lines.isEmpty() ? null : new Equipment(lines);
    }

    static boolean isPart(ResolvedLine line) {
        return line.lineage().contains("optical.frame")
                || line.lineage().contains("optical.lens")
                || line.lineage().contains("optical.equipment");
    }

    /** The case a to f of R871-2 3°; {@code lenses-unknown}, which no regulation establishes, unless two are known. */
    String lensCase() {
        List<Integer> lenses = new ArrayList<>();
        for (ResolvedLine line : lines) {
            String kind = line.lens();
            int lens = kind == null ? -1 : ResolvedLine.LENSES.indexOf(kind);
            int count = line.lineage().contains("optical.equipment")
                    ? 2
                    : line.line().quantity();
            if (lens >= 0) {
                lenses.addAll(Collections.nCopies(count, lens));
            }
        }
        if (lenses.size() != 2) {
            return "lenses-unknown";
        }
        int low = Math.min(lenses.get(0), lenses.get(1));
        int high = Math.max(lenses.get(0), lenses.get(1));
        return CASES.get(low == 0 ? high : low == 1 ? 2 + high : 5);
    }

    /** The days on which its parts are bought. */
    Set<LocalDate> days() {
        return lines.stream().map(line -> line.line().date()).collect(Collectors.toSet());
    }

    /** What the class A parts cost. */
    Money classA() {
        return lines.stream()
                .filter(Equipment::isClassA)
                .map(ResolvedLine::charge)
                .reduce(Money.zero(paid.currency()), Money::plus);
    }

    /** Counts what a class A part took of a limit of its table on the whole equipment. */
    void classATakes(LineDecision.LimitUse use) {
        Money before = use.remainingBefore();
        Money after = use.remainingAmount();
        if (before != null && after != null) {
            takenByClassA.merge(use.key(), before.minus(after), Money::plus);
        }
    }

    /** What the class A parts cost beyond what they took of a limit of a table on the whole equipment. */
    Money classABeyond(String limit) {
        return classA().minus(takenByClassA.getOrDefault(limit, Money.zero(paid.currency())));
    }

    static boolean isClassA(ResolvedLine line) {
        return "A".equals(line.careClass());
    }

    /** Its case has been told. */
    void told() {
        told = true;
    }

    boolean isTold() {
        return told;
    }

    /** A contract covers a class B part beyond the copayment: it then owes the minimum of the equipment. */
    void coveredBeyondCopayment(String enrolment) {
        beyondCopayment.add(enrolment);
    }

    boolean isCoveredBeyondCopayment(String enrolment) {
        return beyondCopayment.contains(enrolment);
    }

    /** A contract paid more than the copayment of one of its parts, of whatever class. */
    void boughtUnder(String enrolment) {
        bought.add(enrolment);
    }

    boolean isBoughtUnder(String enrolment) {
        return bought.contains(enrolment);
    }

    /**
     * The most that the class B parts settled after the line can bear.
     *
     * @param frameCeiling the most of a frame that may be paid; null where the law sets none
     */
    Money bearableAfter(ResolvedLine line, @Nullable Money frameCeiling) {
        Money bearable = Money.zero(paid.currency());
        boolean after = false;
        for (ResolvedLine other : lines) {
            if (after && !isClassA(other)) {
                boolean frame = other.lineage().contains("optical.frame");
                bearable = bearable.plus(
                        frame && frameCeiling != null ? other.charge().min(frameCeiling) : other.charge());
            }
            after |= other.line().number() == line.line().number();
        }
        return bearable;
    }

    /** What has been paid for class B parts so far, compulsory share included. */
    Money paid() {
        return paid;
    }

    /** What deductibles kept of what the law lets be paid for them. */
    Money kept() {
        return kept;
    }

    void pays(Money amount, Money keptOfIt) {
        paid = paid.plus(amount);
        kept = kept.plus(keptOfIt);
    }

    /** What the class B parts settled after the line are owed whatever happens: compulsory share and copayment. */
    Money owedAfter(ResolvedLine line) {
        Money owed = Money.zero(paid.currency());
        boolean after = false;
        for (ResolvedLine other : lines) {
            if (after && !isClassA(other)) {
                owed = owed.plus(other.charge().min(other.base().amount()));
            }
            after |= other.line().number() == line.line().number();
        }
        return owed;
    }
}
