package io.bareme.adjudication;

import static io.bareme.adjudication.SlowRegulation.cents;

import io.bareme.regulation.CareKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the compulsory scheme, régime local and C2S pay for the lines of one settlement group, after the articles: CSS
 * R160-5 (rates), R160-16 (heavy acts, 31st day), L174-4 (daily charge), R160-6 (pathway penalty), R160-19 and D160-8
 * (participation), D160-9 to 11 (franchises), D325-1 (régime local), L861-3 (C2S); Morocco, loi 65-00.
 */
final class SlowCompulsory {

    private static final BigDecimal NONE = BigDecimal.ZERO;
    private static final Set<CareKind> DOCTORS = Set.of(CareKind.DOCTOR, CareKind.TECHNICAL);
    private static final Set<CareKind> HEAVY = Set.of(CareKind.TECHNICAL, CareKind.HOSPITAL_FEES);

    private final SlowRegulation regulation;
    private final Rights rights;
    /** What was already kept back at the professional on one day of this claim. */
    private final Map<String, BigDecimal> keptToday = new HashMap<>();

    SlowCompulsory(SlowRegulation regulation, Rights rights) {
        this.regulation = regulation;
        this.rights = rights;
    }

    /**
     * @param legal on which complementary contracts are computed
     * @param fictive what would have been paid for an act that the scheme refused
     */
    record Share(
            BigDecimal legal,
            BigDecimal penalty,
            BigDecimal participation,
            BigDecimal franchise,
            BigDecimal local,
            BigDecimal solidarity,
            BigDecimal fictive) {

        static final Share NOTHING = new Share(NONE, NONE, NONE, NONE, NONE, NONE, NONE);

        BigDecimal others() {
            return local.add(solidarity);
        }

        /** Beside the legal share: the penalty that C2S bears is within it. */
        BigDecimal beside() {
            return solidarity.signum() > 0 ? others().subtract(penalty) : others();
        }

        BigDecimal net() {
            return legal.subtract(penalty).subtract(participation).subtract(franchise);
        }
    }

    Share of(SlowLine line, List<SlowLine> group) {
        if (line.kind() == CareKind.UNCOVERED || line.basis().signum() == 0) {
            return Share.NOTHING;
        }
        Share share = rights.scheme().isFrench()
                ? french(line, group)
                : new Share(moroccan(line), NONE, NONE, NONE, NONE, NONE, NONE);
        if (line.care().circumstances().refusedByCompulsory()) {
            return new Share(NONE, NONE, NONE, NONE, NONE, NONE, share.legal());
        }
        return share;
    }

    private BigDecimal moroccan(SlowLine line) {
        return switch (rights.scheme()) {
            case MA_NONE -> NONE;
            case MA_CNSS ->
                once(line, regulation.value("ma.rate.cnss", line.kind().word(), line.day()));
            case MA_CNOPS ->
                once(line, regulation.value("ma.rate.cnops", line.kind().word(), line.day()));
            case FR_GENERAL, FR_ALSACE_MOSELLE, FR_C2S -> throw new IllegalStateException("not Moroccan");
        };
    }

    /** AMO = rounded (min (charge, base) × rate): once for the line. */
    private static BigDecimal once(SlowLine line, BigDecimal rate) {
        return cents(line.basis().multiply(rate));
    }

    private Share french(SlowLine line, List<SlowLine> group) {
        BigDecimal legal = legal(line, group);
        if (line.care().circumstances().refusedByCompulsory()) {
            return new Share(legal, NONE, NONE, NONE, NONE, NONE, NONE);
        }
        BigDecimal left = legal;
        BigDecimal penalty = penalty(line).min(left);
        left = left.subtract(penalty);
        boolean stay = inStay(group);
        BigDecimal participation = stay ? NONE : participation(line, left);
        left = left.subtract(participation);
        BigDecimal franchise = franchise(line, left);
        BigDecimal copayment = line.basis().subtract(legal).max(NONE);
        BigDecimal local = rights.scheme() == Scheme.FR_ALSACE_MOSELLE ? local(line, legal, copayment) : NONE;
        BigDecimal solidarity = rights.scheme() == Scheme.FR_C2S ? copayment.add(penalty) : NONE;
        return new Share(legal, penalty, participation, franchise, local, solidarity, NONE);
    }

    private BigDecimal local(SlowLine line, BigDecimal legal, BigDecimal copayment) {
        BigDecimal rate = regulation.value("fr.local-scheme.rate", line.kind().word(), line.day());
        return at(line, rate).subtract(legal).max(NONE).min(copayment);
    }

    /** A rate of what was charged within the base: act by act, or once where less than the base was charged. */
    private static BigDecimal at(SlowLine line, BigDecimal rate) {
        boolean actByAct =
                line.base().byAct() && line.charge().compareTo(line.base().whole()) >= 0;
        return actByAct
                ? cents(line.base().unit().multiply(rate))
                        .multiply(BigDecimal.valueOf(line.quantity()))
                        .min(line.basis())
                : cents(line.basis().multiply(rate));
    }

    private BigDecimal legal(SlowLine line, List<SlowLine> group) {
        if (line.kind() == CareKind.DAILY_CHARGE) {
            return imputed(line, group);
        }
        if (exempt(line)) {
            return at(line, exemptRate(line));
        }
        if (inStay(group)) {
            return heavyLine(group) == null ? percentOfStay(line, group) : afterHeavyAct(line, group);
        }
        return heavy(line)
                ? line.basis().subtract(flat(line).min(line.basis()))
                : at(line, regulation.value("fr.rate", line.kind().word(), line.day()));
    }

    private boolean exempt(SlowLine line) {
        return !line.exemptions(rights).isEmpty() && line.kind() != CareKind.EMERGENCY_FEE;
    }

    /** R160-18: the exempted still bear the medicines at 30 % and 15 %. */
    private BigDecimal exemptRate(SlowLine line) {
        BigDecimal usual = regulation.value("fr.rate", line.kind().word(), line.day());
        return switch (line.kind()) {
            case MEDICINE_30, MEDICINE_15 -> usual;
            default -> BigDecimal.ONE;
        };
    }

    private BigDecimal flat(SlowLine line) {
        return regulation.value("fr.heavy-act.amount", "", line.day());
    }

    private boolean heavy(SlowLine line) {
        BigDecimal threshold = regulation.find("fr.heavy-act.threshold", "", line.day());
        return HEAVY.contains(line.kind())
                && threshold != null
                && line.base().unit().compareTo(threshold) >= 0;
    }

    private @org.jspecify.annotations.Nullable SlowLine heavyLine(List<SlowLine> group) {
        return group.stream().filter(this::heavy).findFirst().orElse(null);
    }

    /** One heavy act frees the whole stay from the percentage; its flat participation is due once. */
    private BigDecimal afterHeavyAct(SlowLine line, List<SlowLine> group) {
        return line == heavyLine(group) ? line.basis().subtract(flat(line).min(line.basis())) : line.basis();
    }

    private static boolean inStay(List<SlowLine> group) {
        boolean several = group.size() > 1;
        return group.stream()
                .anyMatch(line ->
                        line.kind() == CareKind.HOSPITAL_STAY || several && line.kind() == CareKind.DAILY_CHARGE);
    }

    /** Thirty days of a stay bear the percentage, no more (R160-16 V 3°). */
    private BigDecimal percentOfStay(SlowLine line, List<SlowLine> group) {
        BigDecimal rate = regulation.value("fr.rate", line.kind().word(), line.day());
        if (line.kind() != CareKind.HOSPITAL_STAY) {
            return at(line, rate);
        }
        int before = 0;
        for (SlowLine other : group) {
            if (other == line) {
                break;
            }
            before += other.kind() == CareKind.HOSPITAL_STAY ? other.quantity() : 0;
        }
        int bearing = Math.max(0, Math.min(line.quantity(), thirty(line) - before));
        int free = line.quantity() - bearing;
        BigDecimal unit = line.base().unit();
        return cents(unit.multiply(rate))
                .multiply(BigDecimal.valueOf(bearing))
                .add(unit.multiply(BigDecimal.valueOf(free)));
    }

    private int thirty(SlowLine line) {
        return regulation.value("fr.stay.full-cover-day", "", line.day()).intValueExact() - 1;
    }

    /**
     * L174-4: where the participation reaches the daily charge it absorbs it, else it is absorbed; never the exit day.
     * The participation is the stay's own (arrêté of 23 January 2008: GHS × (1 - rate)).
     */
    private BigDecimal imputed(SlowLine charge, List<SlowLine> group) {
        if (!inStay(group) || heavyLine(group) != null) {
            return NONE;
        }
        BigDecimal participation = NONE;
        for (SlowLine line : group) {
            if (line.kind() == CareKind.HOSPITAL_STAY) {
                participation = participation.add(
                        line.basis().subtract(legal(line, group)).max(NONE));
            }
        }
        for (SlowLine earlier : group) {
            if (earlier == charge) {
                break;
            }
            if (earlier.kind() == CareKind.DAILY_CHARGE) {
                participation = participation.subtract(imputed(earlier, group));
            }
        }
        long days = charge.day()
                .datesUntil(charge.day().plusDays(charge.quantity()))
                .filter(day -> group.stream().anyMatch(stay -> amongThirty(stay, day)))
                .count();
        return participation.min(charge.base().unit().multiply(BigDecimal.valueOf(days)));
    }

    /** The stay goes on that day, one of its first thirty: neither the day of exit nor the thirty-first. */
    private boolean amongThirty(SlowLine stay, LocalDate day) {
        int bearing = Math.min(stay.quantity(), thirty(stay));
        return stay.kind() == CareKind.HOSPITAL_STAY
                && !day.isBefore(stay.day())
                && day.isBefore(stay.day().plusDays(bearing));
    }

    /** Forty points less, within so much for each act; doctors only (R160-6). */
    private BigDecimal penalty(SlowLine line) {
        boolean due =
                DOCTORS.contains(line.kind()) && line.care().circumstances().pathway() == CareLine.Pathway.OUTSIDE;
        if (!due) {
            return NONE;
        }
        BigDecimal rate = regulation.value("fr.pathway.penalty-rate", "", line.day());
        BigDecimal cap = regulation.value("fr.pathway.penalty-cap", "", line.day());
        return at(line, rate).min(cap.multiply(BigDecimal.valueOf(line.quantity())));
    }

    private boolean freeOfDeductibles(SlowLine line) {
        LocalDate newYear = LocalDate.of(line.day().getYear(), 1, 1);
        boolean minor = rights.born().plusYears(18).isAfter(newYear);
        return minor
                || rights.scheme() == Scheme.FR_C2S
                || line.exemptions(rights).contains(Exemption.MATERNITY);
    }

    private BigDecimal participation(SlowLine line, BigDecimal left) {
        boolean due = DOCTORS.contains(line.kind()) || line.kind() == CareKind.BIOLOGY;
        if (!due || freeOfDeductibles(line)) {
            return NONE;
        }
        return kept("fr.participation", line, left);
    }

    private BigDecimal franchise(SlowLine line, BigDecimal left) {
        if (freeOfDeductibles(line)) {
            return NONE;
        }
        return switch (line.kind()) {
            case MEDICINE_65, MEDICINE_30, MEDICINE_15 -> kept("fr.franchise.medicine", line, left);
            case AUXILIARY -> kept("fr.franchise.auxiliary", line, left);
            case TRANSPORT -> kept("fr.franchise.transport", line, left);
            default -> NONE;
        };
    }

    private BigDecimal kept(String deductible, SlowLine line, BigDecimal left) {
        BigDecimal each = regulation.value(deductible + ".amount", "", line.day());
        BigDecimal wanted = each.multiply(BigDecimal.valueOf(line.quantity())).min(left);
        BigDecimal cap = regulation.find(deductible + ".day-cap", "", line.day());
        if (cap == null) {
            return wanted;
        }
        String day = deductible + line.day();
        BigDecimal before = keptToday.getOrDefault(day, NONE);
        BigDecimal taken = wanted.min(cap.subtract(before).max(NONE));
        keptToday.put(day, before.add(taken));
        return taken;
    }
}
