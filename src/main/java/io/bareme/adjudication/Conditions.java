package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.regulation.CareKind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which conditions of table lines hold for a care line: facts of the line, and the variants that rules chose. */
final class Conditions {

    private static final int MAJORITY = 18;
    private static final int SIXTEEN = 16;

    private Conditions() {}

    static Set<Condition> holding(
            ResolvedLine line,
            CompulsoryShare compulsory,
            Provider provider,
            Rights rights,
            List<Finding> findings,
            GroupContext group) {
        EnumSet<Condition> holding = EnumSet.noneOf(Condition.class);
        for (Finding finding : findings) {
            if (finding instanceof Finding.Choose choose) {
                holding.add(choose.variant());
            }
        }
        CareLine.Circumstances of = line.line().circumstances();
        named(holding, "class=", line.careClass());
        named(holding, "basket=", of.basket());
        named(holding, "lens=", line.lens());
        ages(holding, rights.ageOn(line.line().date()));
        LocalDate began = line.line().course().began();
        if (began != null) {
            holding.add(rights.ageOn(began) < SIXTEEN ? Condition.BEGAN_UNDER_16 : Condition.BEGAN_FROM_16);
        }
        holding.add(provider.country().equals(rights.scheme().country()) ? Condition.NOT_ABROAD : Condition.ABROAD);
        boolean refused =
                line.refusedByScheme() || line.act() != null && line.act().kind() == CareKind.UNCOVERED;
        holding.add(refused ? Condition.NOT_ACCEPTED : Condition.ACCEPTED);
        holding.add(compulsory.rate() == null ? Condition.EXEMPT_ACT : Condition.NOT_EXEMPT_ACT);
        optical(holding, line, group);
        boolean exempt = line.exemptions(rights).contains(Exemption.ALD)
                || line.exemptions(rights).contains(Exemption.ALC);
        holding.add(exempt ? Condition.EXEMPT_ALD : Condition.NOT_EXEMPT_ALD);
        teeth(holding, of.teeth());
        if (of.quoted()) {
            holding.add(Condition.QUOTED);
        }
        return holding;
    }

    private static void ages(Set<Condition> holding, int age) {
        holding.add(age < SIXTEEN ? Condition.UNDER_16 : Condition.FROM_16);
        holding.add(age < MAJORITY ? Condition.UNDER_18 : Condition.FROM_18);
    }

    /** Which part of an equipment the line is, and which case its lenses make; a lens unknown makes none. */
    private static void optical(Set<Condition> holding, ResolvedLine line, GroupContext group) {
        if (line.lineage().contains("optical.frame")) {
            holding.add(Condition.FRAME);
        }
        if (line.lineage().contains("optical.lens")) {
            holding.add(Condition.LENS);
        }
        if (group.equipment() != null && Equipment.isPart(line)) {
            named(holding, "equipment=", group.equipment().lensCase());
        }
    }

    private static void teeth(Set<Condition> holding, @Nullable Integer teeth) {
        if (teeth != null) {
            holding.add(
                    teeth <= 5 ? Condition.TEETH_TO_5 : teeth <= 10 ? Condition.TEETH_TO_10 : Condition.TEETH_OVER_10);
        }
    }

    private static void named(Set<Condition> holding, String name, @Nullable String value) {
        Condition condition = value == null ? null : Condition.named(name + value);
        if (condition != null) {
            holding.add(condition);
        }
    }

    /**
     * Whether the professional belongs to a care network of the contract's, or to none of them; null when the contract
     * belongs to no network, for its table then speaks of none.
     */
    static @Nullable Condition network(GuaranteeTable table, Provider provider) {
        if (table.networks().isEmpty()) {
            return null;
        }
        boolean shared = provider.networks().stream().anyMatch(table.networks()::contains);
        return shared ? Condition.IN_NETWORK : Condition.OUT_OF_NETWORK;
    }

    /** Pairs of variants that exclude each other: rules that choose both leave the line to a person. */
    static @Nullable List<Condition> contradiction(Set<Condition> holding) {
        for (List<Condition> pair : EXCLUSIVE) {
            if (holding.containsAll(pair)) {
                return pair;
            }
        }
        return null;
    }

    /** Whether nothing known of the line says that the condition holds, nor that it does not. */
    static boolean unknown(Condition condition, Set<Condition> holding) {
        return SAID.stream().anyMatch(family -> family.contains(condition) && Collections.disjoint(family, holding));
    }

    /** What a claim or a rule has to say: one of each family holds once it is said. */
    private static final List<Set<Condition>> SAID = List.of(
            EnumSet.of(Condition.OPTAM, Condition.NON_OPTAM),
            EnumSet.of(Condition.IN_NETWORK, Condition.OUT_OF_NETWORK),
            EnumSet.of(Condition.CONVENTIONED, Condition.NON_CONVENTIONED),
            EnumSet.of(Condition.PRIVATE_SECTOR, Condition.PUBLIC_SECTOR),
            EnumSet.of(Condition.CLASS_A, Condition.CLASS_B, Condition.CLASS_I, Condition.CLASS_II),
            EnumSet.of(Condition.BASKET_100_SANTE, Condition.BASKET_CONTROLLED, Condition.BASKET_FREE),
            EnumSet.of(Condition.LENS_SIMPLE, Condition.LENS_COMPLEX, Condition.LENS_VERY_COMPLEX),
            EnumSet.range(Condition.EQUIPMENT_A, Condition.EQUIPMENT_F),
            EnumSet.of(Condition.BEGAN_UNDER_16, Condition.BEGAN_FROM_16),
            EnumSet.range(Condition.TEETH_TO_5, Condition.TEETH_OVER_10));

    private static final List<List<Condition>> EXCLUSIVE = List.of(
            List.of(Condition.OPTAM, Condition.NON_OPTAM),
            List.of(Condition.IN_NETWORK, Condition.OUT_OF_NETWORK),
            List.of(Condition.CONVENTIONED, Condition.NON_CONVENTIONED),
            List.of(Condition.PRIVATE_SECTOR, Condition.PUBLIC_SECTOR));
}
