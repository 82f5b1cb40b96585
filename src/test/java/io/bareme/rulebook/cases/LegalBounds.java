package io.bareme.rulebook.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Provider.Category;
import io.bareme.adjudication.Shares;
import io.bareme.adjudication.Verdict;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the law says of a French decision of 2025 or later, read off the shares alone, with the amounts of the articles
 * written here: CSS L871-1 (never paid), R871-2 1° (participation), 2° (doctors without OPTAM), 3° (optics), 4° (hearing
 * aids). Share and participation are owed even on a stated base above a ceiling.
 */
record LegalBounds(Edition edition, String story, Claim claim, Decision decision) {

    private static final Money HEARING = Money.of("1700.00", Currency.EUR);
    private static final Money FRAME = Money.of("100.00", Currency.EUR);
    private static final Map<String, Integer> EQUIPMENT =
            Map.of("ss", 420, "cs", 560, "cc", 700, "sv", 610, "cv", 750, "vv", 800);
    private static final Set<CareKind> DOCTORS = Set.of(CareKind.DOCTOR, CareKind.TECHNICAL, CareKind.HOSPITAL_FEES);
    private static final Set<CareKind> MAY_BE_LEFT =
            Set.of(CareKind.MEDICINE_30, CareKind.MEDICINE_15, CareKind.THERMAL_CURE, CareKind.UNCOVERED);

    /** How often a bound was looked at where it could have been broken. */
    enum Looked {
        NEVER_PAID,
        PARTICIPATION,
        WITHOUT_OPTAM,
        HEARING_AID,
        FRAME_OF_CLASS_B,
        WHOLE_EQUIPMENT
    }

    void check(Map<Looked, AtomicLong> looked) {
        Map<String, Money> classB = new LinkedHashMap<>();
        for (LineDecision line : decision.lines()) {
            Shares shares = line.shares();
            CareLine care = care(line);
            Act act = edition.nomenclature().act(care.act());
            if (act == null || shares.charge().currency() != Currency.EUR) {
                continue;
            }
            neverPaid(line, shares, looked);
            Money responsible = responsible(shares, care);
            if (responsible.isPositive()) {
                ceilings(line, act, care, responsible, looked);
                if (part(act, "optical.lens", ".class-b") || part(act, "optical.frame", ".class-b")) {
                    classB.merge(
                            String.valueOf(care.group()),
                            beforeContracts(shares).plus(responsible),
                            Money::plus);
                }
            }
            participation(line, shares, act, care, looked);
        }
        classB.forEach((group, paid) -> equipment(group, paid, looked));
    }

    /** Participation, franchise and penalty: contracts pay at most what the gross compulsory share leaves. */
    private void neverPaid(LineDecision line, Shares shares, Map<Looked, AtomicLong> looked) {
        Money left = shares.charge().minus(beforeContracts(shares));
        assertThat(shares.complementary()).as("%s", at(line)).isLessThanOrEqualTo(left.orZero());
        if (shares.participation()
                .plus(shares.franchise())
                .plus(shares.pathwayPenalty())
                .isPositive()) {
            count(looked, Looked.NEVER_PAID);
        }
    }

    private void ceilings(
            LineDecision line, Act act, CareLine care, Money responsible, Map<Looked, AtomicLong> looked) {
        Shares shares = line.shares();
        Money before = beforeContracts(shares);
        Money owed = shares.charge().min(shares.base());
        Category category = claim.provider().category();
        boolean without = category == Category.NON_OPTAM || category == Category.OUT_OF_CONVENTION;
        if (DOCTORS.contains(act.kind()) && without) {
            Money most = copayment(shares, care).plus(shares.base());
            assertThat(responsible).as("R871-2 2° %s", at(line)).isLessThanOrEqualTo(most);
            count(looked, Looked.WITHOUT_OPTAM);
        }
        if (act.family().equals("hearing.aid.class-ii")) {
            assertThat(before.plus(responsible))
                    .as("R871-2 4° %s", at(line))
                    .isLessThanOrEqualTo(HEARING.times(care.quantity()).max(owed));
            count(looked, Looked.HEARING_AID);
        }
        if (act.family().equals("optical.frame.class-b")) {
            assertThat(before.plus(responsible))
                    .as("R871-2 3° %s", at(line))
                    .isLessThanOrEqualTo(FRAME.times(care.quantity()).max(owed));
            count(looked, Looked.FRAME_OF_CLASS_B);
        }
    }

    /** The class B parts of one pair of spectacles, within its case less what its class A parts cost. */
    private void equipment(String group, Money paid, Map<Looked, AtomicLong> looked) {
        StringBuilder lenses = new StringBuilder();
        Money classA = Money.zero(Currency.EUR);
        Money owed = Money.zero(Currency.EUR);
        for (CareLine care : claim.lines()) {
            Act act = edition.nomenclature().act(care.act());
            if (act == null || !group.equals(care.group())) {
                continue;
            }
            lenses.append(strength(act).repeat(care.quantity()));
            if (part(act, "optical", ".class-a")) {
                classA = classA.plus(care.charge());
            } else if (part(act, "optical", ".class-b")) {
                owed = owed.plus(care.charge().min(shares(care).base()));
            }
        }
        char[] sorted = lenses.toString().toCharArray();
        Arrays.sort(sorted);
        Integer most = EQUIPMENT.get(new String(sorted));
        boolean said =
                claim.lines().stream().anyMatch(care -> care.circumstances().lens() != null);
        if (most != null && !said) {
            Money within = new Money(most * 100L, Currency.EUR).minus(classA).max(owed);
            assertThat(paid).as("R871-2 3° equipment %s of %s", group, story).isLessThanOrEqualTo(within);
            count(looked, Looked.WHOLE_EQUIPMENT);
        }
    }

    private static String strength(Act act) {
        String family = act.family();
        return family.startsWith("optical.lens.simple")
                ? "s"
                : family.startsWith("optical.lens.complex")
                        ? "c"
                        : family.startsWith("optical.lens.very-complex") ? "v" : "";
    }

    /** Whoever has a responsible contract is left no participation, but for medicines at 30 and 15 % and cures. */
    private void participation(
            LineDecision line, Shares shares, Act act, CareLine care, Map<Looked, AtomicLong> looked) {
        boolean decided = line.verdict() == Verdict.APPROVED || line.verdict() == Verdict.APPROVED_IN_PART;
        boolean owed = decided && !MAY_BE_LEFT.contains(act.kind()) && holdsResponsible(shares, care);
        if (owed) {
            assertThat(shares.complementary())
                    .as("R871-2 1° %s", at(line))
                    .isGreaterThanOrEqualTo(copayment(shares, care));
            count(looked, Looked.PARTICIPATION);
        }
    }

    private Money copayment(Shares shares, CareLine care) {
        return care.circumstances().refusedByCompulsory()
                ? Money.zero(Currency.EUR)
                : shares.charge()
                        .min(shares.base())
                        .minus(beforeContracts(shares))
                        .orZero();
    }

    /** The gross compulsory share and who pays beside it; the penalty that C2S bears is within the gross share. */
    private static Money beforeContracts(Shares shares) {
        Money solidarity = shares.solidarity().isPositive()
                ? shares.solidarity().minus(shares.pathwayPenalty())
                : shares.solidarity();
        return shares.compulsory().plus(shares.localScheme()).plus(solidarity);
    }

    private boolean holdsResponsible(Shares shares, CareLine care) {
        return shares.contracts().stream().anyMatch(contract -> isResponsible(contract, care));
    }

    private Money responsible(Shares shares, CareLine care) {
        return shares.contracts().stream()
                .filter(contract -> isResponsible(contract, care))
                .map(Shares.ContractShare::amount)
                .reduce(Money.zero(shares.charge().currency()), Money::plus);
    }

    private boolean isResponsible(Shares.ContractShare contract, CareLine care) {
        GuaranteeTable table = edition.table(contract.product(), care.date());
        return table != null && table.responsible();
    }

    private static boolean part(Act act, String family, String careClass) {
        return act.family().startsWith(family) && act.family().endsWith(careClass);
    }

    private CareLine care(LineDecision line) {
        return claim.lines().stream()
                .filter(care -> care.number() == line.number())
                .findFirst()
                .orElseThrow();
    }

    private Shares shares(CareLine care) {
        List<LineDecision> same = decision.lines().stream()
                .filter(line -> line.number() == care.number())
                .toList();
        return same.getFirst().shares();
    }

    /** Where it is, told only when it is wrong. */
    private Object at(LineDecision line) {
        return new Object() {
            @Override
            public String toString() {
                return "line " + line.number() + " " + line.shares() + " of " + story;
            }
        };
    }

    private static void count(Map<Looked, AtomicLong> looked, Looked one) {
        looked.computeIfAbsent(one, key -> new AtomicLong()).incrementAndGet();
    }
}
