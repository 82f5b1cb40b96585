package io.bareme.rulebook.cases;

import io.bareme.adjudication.Adjudicator;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Rights;
import io.bareme.guarantee.ConditionsOfFormula;
import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.GuaranteeTable.Level;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reach;
import io.bareme.guarantee.SharedLimit;
import io.bareme.regulation.Act;
import io.bareme.rulebook.cases.WorkedCase.OfTable;
import io.bareme.rulebook.cases.WorkedCase.OfWording;
import io.bareme.values.Confidence;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs worked cases on an edition, through the whole engine and nothing else. A contract given by its wording alone
 * becomes a table of one cell on the families of the claim's acts.
 */
public final class CaseRunner {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final String HOUSEHOLD = "case-household";
    private static final String LEVEL = "case";
    private static final String SOME_NETWORK = "case-network";
    private static final String RELATIVE = "case-relative";

    /** Whoever can read a wording: what it means, or null when it is refused. */
    public interface Reader {
        @Nullable
        Formula formula(String wording, HeaderReadings readings, Currency currency);

        /** Of a limit by itself, over a time. */
        @Nullable
        Limit limitAlone(String wording, HeaderReadings readings, Currency currency);

        /** A sum that is kept back, over a time or for each unit. */
        @Nullable
        Kept keptAlone(String wording, HeaderReadings readings, Currency currency);
    }

    /** What a deductible keeps back, and how often. */
    public record Kept(Measure amount, Deductible.Each each) {}

    private final Edition edition;
    private final Reader reader;

    public CaseRunner(Edition edition, Reader reader) {
        this.edition = edition;
        this.reader = reader;
    }

    /** Never throws: a case that the engine cannot decide fails with the reason. */
    public CaseOutcome run(WorkedCase worked) {
        try {
            List<String> obstacles = new ArrayList<>();
            Contracts contracts = contracts(worked, obstacles);
            if (!obstacles.isEmpty()) {
                return new CaseOutcome(worked, obstacles, null);
            }
            Decision decision = decide(worked, contracts);
            return new CaseOutcome(worked, Comparison.differences(worked, decision), decision);
        } catch (RuntimeException broken) {
            return new CaseOutcome(worked, List.of("the engine broke: " + broken), null);
        }
    }

    /** The earlier claims first, each with what those before it took. */
    private Decision decide(WorkedCase worked, Contracts contracts) {
        Edition with = with(contracts.tables);
        Consumption taken = Consumption.NONE;
        for (WorkedCase.EarlierClaim earlier : worked.earlier()) {
            Rights rights = rights(
                    worked,
                    contracts,
                    earlier.relative() ? RELATIVE : worked.claim().person());
            taken = after(taken, Adjudicator.decide(earlier.claim().resolve(rights, taken, with)));
        }
        Rights rights = rights(worked, contracts, worked.claim().person());
        return Adjudicator.decide(worked.claim().resolve(rights, taken, with));
    }

    private static Consumption after(Consumption before, Decision decision) {
        Map<String, Consumption.Counter> counters = new HashMap<>(before.counters());
        for (Decision.Movement movement : decision.movements()) {
            Consumption.Counter counter =
                    before.of(movement.key(), movement.amount().currency());
            counters.put(
                    movement.key(),
                    new Consumption.Counter(
                            counter.used().plus(movement.amount()),
                            counter.count() + movement.count(),
                            counter.version() + 1));
        }
        return new Consumption(counters);
    }

    private static Rights rights(WorkedCase worked, Contracts contracts, String person) {
        return new Rights(
                person,
                HOUSEHOLD,
                worked.person().born(),
                worked.person().scheme(),
                worked.person().exemptions(),
                contracts.enrolments,
                worked.person().changes().isEmpty() ? null : worked.person().changes());
    }

    private Edition with(List<GuaranteeTable> ofWordings) {
        Map<String, List<GuaranteeTable>> tables = new HashMap<>(edition.tables());
        ofWordings.forEach(table -> tables.put(table.product(), List.of(table)));
        return new Edition(edition.hash(), edition.regulation(), edition.nomenclature(), tables, edition.rules());
    }

    private record Contracts(List<Enrolment> enrolments, List<GuaranteeTable> tables) {}

    private Contracts contracts(WorkedCase worked, List<String> obstacles) {
        Contracts contracts = new Contracts(new ArrayList<>(), new ArrayList<>());
        for (WorkedCase.Contract contract : worked.contracts()) {
            String id = "contract-" + (contracts.enrolments.size() + 1);
            switch (contract) {
                case OfTable of ->
                    contracts.enrolments.add(new Enrolment(id, of.product(), of.level(), of.cover(), of.suspended()));
                case OfWording of -> {
                    contracts.enrolments.add(new Enrolment(id, "case:" + id, LEVEL, of.cover(), of.suspended()));
                    Formula formula = reader.formula(of.wording(), of.readings(), currency(worked));
                    if (formula == null) {
                        obstacles.add("the wording \"" + of.wording() + "\" is not understood");
                    } else if (limitsRefused(of, worked, obstacles)) {
                        obstacles.add("the contract is not whole");
                    } else {
                        contracts.tables.add(table("case:" + id, of, formula, worked));
                    }
                }
            }
        }
        return contracts;
    }

    private boolean limitsRefused(OfWording of, WorkedCase worked, List<String> obstacles) {
        int before = obstacles.size();
        of.limits().stream()
                .filter(words -> reader.limitAlone(words, of.readings(), currency(worked)) == null)
                .forEach(words -> obstacles.add("the limit \"" + words + "\" is not understood"));
        of.deductibles().stream()
                .filter(words -> reader.keptAlone(words, of.readings(), currency(worked)) == null)
                .forEach(words -> obstacles.add("the deductible \"" + words + "\" is not understood"));
        return obstacles.size() > before;
    }

    private Level level(Guarantee cell, OfWording of, WorkedCase worked) {
        List<SharedLimit> limits = new ArrayList<>();
        List<Deductible> deductibles = new ArrayList<>();
        for (String words : of.limits()) {
            Limit limit = reader.limitAlone(words, of.readings(), currency(worked));
            if (limit != null) {
                limits.add(new SharedLimit(
                        "limit-" + (limits.size() + 1), new Reach.Everything(), words, limit, cell.source()));
            }
        }
        for (String words : of.deductibles()) {
            Kept kept = reader.keptAlone(words, of.readings(), currency(worked));
            if (kept != null) {
                deductibles.add(new Deductible(
                        "deductible-" + (deductibles.size() + 1),
                        new Reach.Everything(),
                        words,
                        kept.amount(),
                        kept.each(),
                        cell.source()));
            }
        }
        return new Level(LEVEL, LEVEL, List.of(cell), limits, deductibles);
    }

    private GuaranteeTable table(String product, OfWording of, Formula formula, WorkedCase worked) {
        Source source = new Source(worked.file(), "line " + worked.line(), worked.source(), Confidence.PRESS);
        Guarantee cell = new Guarantee(
                "case",
                "",
                worked.title(),
                of.families().isEmpty() ? families(worked) : of.families(),
                Set.of(),
                of.wording(),
                formula,
                source);
        return new GuaranteeTable(
                product,
                worked.title(),
                "",
                worked.country(),
                currency(worked),
                of.kind(),
                DateRange.from(ALWAYS),
                ALWAYS,
                1,
                of.responsible(),
                of.includesEarlierContracts(),
                of.readings(),
                of.paysRefused(),
                networks(of, formula, worked),
                List.of(),
                false,
                Map.of(LEVEL, level(cell, of, worked)));
    }

    /**
     * Those the case names. Where it names none and the wording speaks of networks, a professional of any network is in
     * the contract's, and one of none is in none.
     */
    private static Set<String> networks(OfWording of, Formula formula, WorkedCase worked) {
        if (!of.networks().isEmpty() || !ConditionsOfFormula.nameNetworks(ConditionsOfFormula.of(formula))) {
            return of.networks();
        }
        Set<String> any = worked.claim().provider().networks();
        return any.isEmpty() ? Set.of(SOME_NETWORK) : any;
    }

    /** The families of the acts the nomenclature knows; for one it does not, the claim is decided without a cell. */
    private Set<String> families(WorkedCase worked) {
        Set<String> families = new HashSet<>();
        Stream.concat(Stream.of(worked.claim()), worked.earlier().stream().map(WorkedCase.EarlierClaim::claim))
                .flatMap(claim -> claim.lines().stream())
                .map(line -> edition.nomenclature().act(line.act()))
                .filter(Objects::nonNull)
                .map(Act::family)
                .forEach(families::add);
        return families;
    }

    private static Currency currency(WorkedCase worked) {
        return worked.claim().lines().getFirst().charge().currency();
    }
}
