package io.bareme.adjudication;

import static io.bareme.adjudication.SlowRegulation.cents;

import io.bareme.guarantee.Condition;
import io.bareme.regulation.CareKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The legal frame of responsible contracts, after CSS L871-1 and R871-2: what they owe at least, and what all of them
 * together, with the compulsory share, may pay at most for one line. The lines of one optical equipment share one
 * ceiling.
 */
final class SlowFrame {

    private static final BigDecimal NONE = BigDecimal.ZERO;
    private static final Set<CareKind> MAY_BE_LEFT =
            Set.of(CareKind.MEDICINE_30, CareKind.MEDICINE_15, CareKind.THERMAL_CURE);
    private static final Set<CareKind> DOCTORS = Set.of(CareKind.DOCTOR, CareKind.TECHNICAL, CareKind.HOSPITAL_FEES);
    private static final Map<String, String> CASES =
            Map.of("ss", "a", "cs", "b", "cc", "c", "sv", "d", "cv", "e", "vv", "f");

    private final SlowRegulation regulation;
    private final Rights rights;
    private final SlowLine line;
    private final SlowCompulsory.Share compulsory;
    private final List<SlowLine> group;
    private final Map<SlowLine, SlowCompulsory.Share> shares;
    private final Map<SlowLine, BigDecimal> responsibly;
    private final Map<SlowLine, BigDecimal> kept;
    private final Set<Promise> beyondCopayment;

    /** The words of one contract, for one line. */
    record Promise(SlowLine line, String contract) {}

    /**
     * @param responsibly what responsible contracts paid for the lines of the group before this one, or their
     *     deductibles kept of it
     * @param kept the part of it that deductibles kept
     * @param beyondCopayment for which lines of the group which contract's words promise more than the copayment
     */
    SlowFrame(
            SlowRegulation regulation,
            Rights rights,
            SlowLine line,
            List<SlowLine> group,
            Map<SlowLine, SlowCompulsory.Share> shares,
            Map<SlowLine, BigDecimal> responsibly,
            Map<SlowLine, BigDecimal> kept,
            Set<Promise> beyondCopayment) {
        this.regulation = regulation;
        this.rights = rights;
        this.line = line;
        this.compulsory = shares.get(line);
        this.group = group;
        this.shares = shares;
        this.responsibly = responsibly;
        this.kept = kept;
        this.beyondCopayment = beyondCopayment;
    }

    /**
     * The participation, daily charge, flat fees; a class A or I device in full within its price (R871-2 1°, 4°, 6°).
     */
    BigDecimal floor() {
        if (MAY_BE_LEFT.contains(line.kind())) {
            return NONE;
        }
        return copayment().max(inFull());
    }

    /** A responsible contract's words, before the law, come to that much. */
    void promises(String contract, BigDecimal amount) {
        if (amount.compareTo(copayment()) > 0 && line.careClass().equals("B")) {
            beyondCopayment.add(new Promise(line, contract));
        }
    }

    boolean promisedBeyondCopayment(String contract) {
        return beyondCopayment.stream().anyMatch(promise -> promise.contract().equals(contract));
    }

    /** A class B equipment at least its minimum (3°), owed by whoever covers it beyond the copayment. */
    BigDecimal minimum() {
        if (!optical(line) || !line.careClass().equals("B")) {
            return NONE;
        }
        BigDecimal others = NONE;
        for (SlowLine other : group) {
            others = others.add(other == line || !optical(other) ? NONE : mayBear(other));
        }
        BigDecimal minimum = regulation.value("fr.responsible.optical.minimum", lensCase(), line.day());
        return left(minimum.subtract(others)).min(classB());
    }

    /** The price of class A; what was really paid of class B, or all that can still be paid of it. */
    private BigDecimal mayBear(SlowLine other) {
        if (other.careClass().equals("A") || responsibly.get(other) != null) {
            return spentOn(other).subtract(kept.getOrDefault(other, NONE));
        }
        return other.of("optical.frame")
                ? other.charge().min(regulation.value("fr.responsible.optical.frame-ceiling", "", line.day()))
                : other.charge();
    }

    BigDecimal copayment() {
        if (line.care().circumstances().refusedByCompulsory()) {
            return NONE;
        }
        return line.basis()
                .subtract(compulsory.legal())
                .subtract(compulsory.beside())
                .max(NONE);
    }

    private BigDecimal inFull() {
        boolean full = line.careClass().equals("A") || line.careClass().equals("I");
        if (!full || line.act() == null) {
            return NONE;
        }
        BigDecimal price = regulation.find(
                "fr.price-ceiling." + line.act().code().code().toLowerCase(Locale.ROOT), "", line.day());
        return price == null ? NONE : left(line.charge().min(price.multiply(BigDecimal.valueOf(line.quantity()))));
    }

    /** Of an amount that counts the compulsory share within it, what is left for others. */
    private BigDecimal left(BigDecimal amount) {
        return amount.subtract(compulsory.legal()).subtract(compulsory.beside()).max(NONE);
    }

    /**
     * The most that all responsible contracts may pay for the line; null when nothing bounds them.
     *
     * @param optam what the same contracts promise at a doctor who signed OPTAM
     */
    @Nullable
    BigDecimal most(BigDecimal optam) {
        BigDecimal bound = bound(optam);
        boolean outside =
                DOCTORS.contains(line.kind()) && line.care().circumstances().pathway() == CareLine.Pathway.OUTSIDE;
        if (!outside) {
            return bound;
        }
        BigDecimal never = regulation
                .value("fr.pathway.authorised-overrun", "", line.day())
                .multiply(BigDecimal.valueOf(line.quantity()));
        BigDecimal overrun = line.charge().subtract(line.base().whole()).max(NONE);
        BigDecimal within = left(line.charge().subtract(never.min(overrun)));
        return bound == null ? within : bound.min(within);
    }

    private @Nullable BigDecimal bound(BigDecimal optam) {
        if (DOCTORS.contains(line.kind())
                && line.holding(rights).contains(Condition.NON_OPTAM)
                && line.base().whole().signum() > 0) {
            return nonOptam(optam);
        }
        if (line.of("hearing.aid") && line.careClass().equals("II")) {
            BigDecimal each = regulation.value("fr.responsible.hearing.ceiling", "", line.day());
            return left(each.multiply(BigDecimal.valueOf(line.quantity())));
        }
        return optical(line) && line.careClass().equals("B") ? classB() : null;
    }

    /** The lesser of the whole base and what is paid above the base under OPTAM less a fifth of the base (R871-2 2°). */
    private BigDecimal nonOptam(BigDecimal optam) {
        BigDecimal base = line.base().whole();
        BigDecimal share = regulation.value("fr.responsible.non-optam.overrun-share", "", line.day());
        BigDecimal points = regulation.value("fr.responsible.non-optam.points-below-optam", "", line.day());
        BigDecimal less =
                optam.subtract(copayment()).subtract(base.multiply(points)).max(NONE);
        return cents(copayment().add(less.min(base.multiply(share))));
    }

    private static boolean optical(SlowLine line) {
        return line.of("optical.lens") || line.of("optical.frame");
    }

    /** Spectacles are bounded as a whole; hearing aids come one by one. */
    boolean boundsEachUnit() {
        return !optical(line);
    }

    boolean isClassBOfSpectacles() {
        return optical(line) && !line.careClass().equals("A");
    }

    BigDecimal classACost() {
        return group.stream()
                .filter(part -> optical(part) && part.careClass().equals("A"))
                .map(SlowLine::charge)
                .reduce(NONE, BigDecimal::add);
    }

    private String lensCase() {
        StringBuilder lenses = new StringBuilder();
        for (SlowLine other : group) {
            if (other.of("optical.lens")) {
                lenses.append(strength(other).repeat(other.quantity()));
            }
        }
        char[] sorted = lenses.toString().toCharArray();
        java.util.Arrays.sort(sorted);
        String kind = CASES.get(new String(sorted));
        if (kind == null) {
            throw new IllegalStateException("no case of equipment has lenses " + lenses);
        }
        return kind;
    }

    /** Within the case of the equipment less its class A parts, the frame within its own ceiling (R871-2 3°). */
    private BigDecimal classB() {
        BigDecimal spent = group.stream().map(this::spentOn).reduce(NONE, BigDecimal::add);
        BigDecimal whole = regulation.value("fr.responsible.optical.maximum", lensCase(), line.day());
        BigDecimal left = left(whole.subtract(spent));
        if (!line.of("optical.frame")) {
            return left;
        }
        return left.min(left(regulation.value("fr.responsible.optical.frame-ceiling", "", line.day())));
    }

    /**
     * What the other parts of the equipment have taken of its ceiling: all of a class A part's price, and of a
     * class B part not yet paid what is owed whatever happens.
     */
    private BigDecimal spentOn(SlowLine other) {
        if (other == line || !optical(other)) {
            return NONE;
        }
        if (other.careClass().equals("A")) {
            return other.charge();
        }
        BigDecimal paid = responsibly.get(other);
        if (paid == null) {
            return other.basis();
        }
        SlowCompulsory.Share share = shares.get(other);
        return share.legal().add(share.others()).add(paid);
    }

    private static String strength(SlowLine lens) {
        return lens.of("optical.lens.simple") ? "s" : lens.of("optical.lens.complex") ? "c" : "v";
    }

    /** What of the line is bought once in a time, under R871-2 3° and 4°; empty for any other care. */
    String bought() {
        return line.of("hearing.aid")
                ? "aid " + line.care().circumstances().part()
                : line.of("optical.frame") ? "frame" : line.of("optical.lens") ? "lens" : "";
    }

    /** Writes down what is bought: paid beyond the copayment, or with a part of the same spectacles that was. */
    void buys(SlowBooks books, String contract, boolean beyond) {
        if (!bought().isEmpty() && (beyond || (optical(line) && books.boughtWith(contract, group)))) {
            books.bought(contract, bought(), line.day(), group);
        }
    }

    /** Two years for spectacles, one below sixteen; four for hearing aids; nothing where no time is established. */
    int months() {
        BigDecimal years = line.of("hearing.aid")
                ? regulation.find("fr.responsible.hearing.period", "", line.day())
                : regulation.find("fr.responsible.optical.period", "", line.day());
        if (years == null) {
            return 0;
        }
        boolean child = rights.born().plusYears(16).isAfter(line.day());
        return !line.of("hearing.aid") && child ? 12 : 12 * years.intValueExact();
    }
}
