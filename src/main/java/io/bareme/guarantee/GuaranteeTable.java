package io.bareme.guarantee;

import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One dated version of a product's guarantee table: for each level, its cells in the table's order.
 *
 * @param product the product's id, the name of its folder
 * @param name the product's name as people say it
 * @param carrier the insurer that bears the risk
 * @param country {@code FR} or {@code MA}
 * @param validity the days of care it governs
 * @param knownSince the day this revision became known
 * @param revision 1 for the first, then one more for each correction of the same first day
 * @param responsible whether it claims to be a responsible contract (CSS L871-1)
 * @param includesEarlierContracts an option whose amounts count what the contracts before it pay
 * @param paysRefused whether it pays what the compulsory scheme refuses, for a contract that complements one (AMC); null
 *     where its words do not say
 * @param networks care networks the contract belongs to; empty when it belongs to none
 * @param left lines of the printed table that its grid does not say
 * @param inWorkingHours whether the deadlines of its cases count working hours only; day and night otherwise
 * @param levels the level's id, with its cells, in the order of the table's columns
 */
public record GuaranteeTable(
        String product,
        String name,
        String carrier,
        String country,
        Currency currency,
        ProductKind kind,
        DateRange validity,
        LocalDate knownSince,
        int revision,
        boolean responsible,
        boolean includesEarlierContracts,
        HeaderReadings readings,
        @Nullable Boolean paysRefused,
        Set<String> networks,
        List<LeftToPerson> left,
        boolean inWorkingHours,
        Map<String, Level> levels) {

    public GuaranteeTable {
        networks = Set.copyOf(networks);
        left = List.copyOf(left);
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /** The same cells outside the frame of responsible contracts. */
    public GuaranteeTable asIfNotResponsible() {
        return with(false, levels);
    }

    /** The same table with one level alone. */
    public GuaranteeTable with(Level level) {
        return with(Map.of(level.id(), level));
    }

    /** The same with other cells. */
    public GuaranteeTable with(Map<String, Level> others) {
        return with(responsible, others);
    }

    private GuaranteeTable with(boolean claims, Map<String, Level> cells) {
        return new GuaranteeTable(
                product,
                name,
                carrier,
                country,
                currency,
                kind,
                validity,
                knownSince,
                revision,
                claims,
                includesEarlierContracts,
                readings,
                paysRefused,
                networks,
                left,
                inWorkingHours,
                cells);
    }

    /**
     * One level (formule, niveau, option) and its cells.
     *
     * @param limits limits that several of its lines share
     * @param deductibles what the contract keeps back
     */
    public record Level(
            String id,
            String label,
            List<Guarantee> guarantees,
            List<SharedLimit> limits,
            List<Deductible> deductibles) {
        public Level {
            guarantees = List.copyOf(guarantees);
            limits = List.copyOf(limits);
            deductibles = List.copyOf(deductibles);
        }

        /** The same cells under other limits and deductibles. */
        public Level under(List<SharedLimit> those, List<Deductible> kept) {
            return new Level(id, label, guarantees, those, kept);
        }

        /** Without any limit or deductible but those of its cells. */
        public Level(String id, String label, List<Guarantee> guarantees) {
            this(id, label, guarantees, List.of(), List.of());
        }
    }

    /**
     * The cells that apply to an act: those on the nearest family, then with the most conditions. One is the rule; more
     * than one is a table that says two things, and the line is referred.
     *
     * @param lineage the act's family and its ancestors, nearest first
     * @param holding the conditions that hold for the care line
     */
    public static List<Guarantee> applying(Level level, List<String> lineage, Set<Condition> holding) {
        for (String family : lineage) {
            List<Guarantee> found = new ArrayList<>();
            int most = -1;
            for (Guarantee guarantee : level.guarantees()) {
                if (!guarantee.families().contains(family) || !holding.containsAll(guarantee.conditions())) {
                    continue;
                }
                int specificity = guarantee.conditions().size();
                if (specificity > most) {
                    found.clear();
                    most = specificity;
                }
                if (specificity == most) {
                    found.add(guarantee);
                }
            }
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
        }
        return List.of();
    }
}
