package io.bareme.rulebook;

import io.bareme.adjudication.Adjudicator;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.LineFacts;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.Step;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.GuaranteeTable.Level;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.ProductKind;
import io.bareme.regulation.Lookup;
import io.bareme.rulebook.files.Departure;
import io.bareme.rulebook.files.EditionFiles;
import io.bareme.rulebook.files.Problems;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a table that claims to be responsible is (CSS L871-1, R871-1, R871-2): on no probe may the law, as of the
 * table's first day, make a cell pay more or less than it says. What the law corrects is reported at its cell, with the
 * article. So is an optical period shorter than the law's. The copayment's floor is asked of base contracts alone: an
 * option stands on one.
 */
final class ResponsibleCheck {

    private static final LocalDate BORN = LocalDate.of(1980, 1, 1);
    private static final List<String> SPECTACLES = List.of("optical.frame", "optical.lens", "optical.equipment");
    /** What the frame and the wordings rest on; deductibles and the like change nothing here. */
    private static final List<String> DECISIVE = List.of("fr.responsible.", "fr.price-ceiling.", "fr.pmss", "fr.rate");

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final Money ONE_EURO = Money.of("1.00", Currency.EUR);

    private final EditionFiles files;
    private final GuaranteeTable table;
    private final Problems problems;
    private final List<Departure> departures;
    private final Set<Departure> used = new HashSet<>();
    private final Set<String> reported = new HashSet<>();
    private String level = "";

    private ResponsibleCheck(EditionFiles files, GuaranteeTable table, Problems problems) {
        this.files = files;
        this.table = table;
        this.problems = problems;
        String folder = table.product() + "/" + table.validity().first();
        this.departures = files.departures().stream()
                .filter(departure -> departure.fiche().contains("/" + folder + "/")
                        || departure.fiche().contains("/" + folder + "-r"))
                .toList();
    }

    /** All versions of all products; the edition's files have no problem of their own. */
    static void check(EditionFiles files, Problems problems) {
        files.tables().values().stream()
                .flatMap(List::stream)
                .filter(table -> table.responsible() && table.country().equals("FR"))
                .forEach(table -> new ResponsibleCheck(files, table, problems).check());
    }

    private void check() {
        LocalDate day = table.validity().first();
        Set<String> named = table.levels().values().stream()
                .flatMap(each -> each.guarantees().stream())
                .flatMap(guarantee -> guarantee.families().stream())
                .collect(Collectors.toSet());
        ProbeClaims probes = new ProbeClaims(files.nomenclature(), files.regulation(), day);
        List<Claim> acts = probes.acts(named);
        List<Claim> spectacles = probes.spectacles();
        Edition framed = edition(table);
        Edition free = edition(table.asIfNotResponsible());
        for (Level level : table.levels().values()) {
            this.level = level.id();
            acts.forEach(probe -> examine(level, probe, decide(level, probe, framed)));
            spectacles.forEach(probe -> compare(level, decide(level, probe, framed), decide(level, probe, free)));
            level.guarantees().forEach(guarantee -> checkPeriod(guarantee, day));
        }
        refuseUnused();
    }

    private Edition edition(GuaranteeTable judged) {
        return new Edition(
                "probe",
                files.regulation(),
                files.nomenclature(),
                Map.of(table.product(), List.of(judged)),
                ResponsibleCheck::variants);
    }

    /** What the rules of the edition would choose, without compiling them. */
    private static List<Finding> variants(List<LineFacts> lines) {
        List<Finding> found = new ArrayList<>();
        for (LineFacts line : lines) {
            Condition variant = line.category().equals("non-optam") ? Condition.NON_OPTAM : Condition.OPTAM;
            Stream.of(variant, Condition.CONVENTIONED)
                    .forEach(each -> found.add(new Finding.Choose("probe", line.number(), "probe", Map.of(), each)));
        }
        return found;
    }

    private List<LineDecision> decide(Level level, Claim probe, Edition edition) {
        DateRange always = DateRange.from(table.validity().first());
        Rights rights = new Rights(
                "probe",
                "probe",
                BORN,
                Scheme.FR_GENERAL,
                Set.of(),
                List.of(new Enrolment("probe", table.product(), level.id(), always, false)));
        return Adjudicator.decide(probe.resolve(rights, Consumption.NONE, edition))
                .lines();
    }

    private void examine(Level level, Claim probe, List<LineDecision> lines) {
        for (LineDecision line : lines) {
            Guarantee guarantee = cell(level, line);
            if (guarantee != null && isCertain(line)) {
                judge(guarantee, line, probe);
            }
        }
    }

    private static @Nullable Guarantee cell(Level level, LineDecision line) {
        return level.guarantees().stream()
                .filter(guarantee -> line.shares().contracts().stream()
                        .anyMatch(share -> guarantee.line().equals(share.line())))
                .findFirst()
                .orElse(null);
    }

    /** Nothing is said of a line whose amount rests on a value, or a condition, that nobody has established. */
    private static boolean isCertain(LineDecision line) {
        return line.findings().stream().noneMatch(finding -> switch (finding.reason()) {
            case "condition-unknown" -> true;
            case "value-not-established" ->
                DECISIVE.stream().anyMatch(finding.parameters().getOrDefault("quantity", "")::startsWith);
            default -> false;
        });
    }

    /** Of an equipment the whole counts, whatever its lines bear each; what is below a euro is the class B bases'. */
    private void compare(Level level, List<LineDecision> framed, List<LineDecision> free) {
        Money lawful = total(framed);
        Money promised = total(free);
        Money difference = lawful.minus(promised);
        Guarantee guarantee = cell(level, blamed(framed, free));
        boolean raised = difference.compareTo(ONE_EURO) >= 0 && table.kind() == ProductKind.COMPLEMENTARY;
        boolean lowered = promised.minus(lawful).compareTo(ONE_EURO) >= 0;
        if (guarantee != null && framed.stream().allMatch(ResponsibleCheck::isCertain) && (raised || lowered)) {
            framed.stream()
                    .flatMap(line -> line.steps().stream())
                    .filter(step -> step.code().equals(raised ? "legal-floor" : "legal-ceiling"))
                    .filter(step ->
                            step.source() != null && !step.source().reference().contains("1° and 6°"))
                    .findFirst()
                    .ifPresent(step -> report(
                            guarantee,
                            raised ? "spectacles-floor" : "spectacles-ceiling",
                            step.source(),
                            "a responsible contract pays " + (raised ? "more" : "less")
                                    + " for such spectacles: " + promised + " where the law says "
                                    + (raised ? "at least " : "at most ") + lawful
                                    + ", the compulsory share included"));
        }
    }

    /** The cell that is wrong: the frame's where it alone is above its ceiling, else the one that promises most. */
    private LineDecision blamed(List<LineDecision> framed, List<LineDecision> free) {
        LineDecision frame = free.getLast();
        boolean above = files.regulation()
                                .on(
                                        "fr.responsible.optical.frame-ceiling",
                                        table.validity().first())
                        instanceof Lookup.Known ceiling
                && paid(frame).compareTo(ceiling.money()) > 0;
        LineDecision most = free.stream()
                .max(Comparator.comparing((LineDecision line) -> paid(line)).thenComparing(line -> -line.number()))
                .orElseThrow();
        return framed.get((above ? frame : most).number() - 1);
    }

    private static Money paid(LineDecision line) {
        return line.shares().compulsory().plus(line.shares().complementary());
    }

    private static Money total(List<LineDecision> lines) {
        return lines.stream().map(ResponsibleCheck::paid).reduce(Money.zero(Currency.EUR), Money::plus);
    }

    private void judge(Guarantee guarantee, LineDecision line, Claim probe) {
        String act = probe.lines().get(line.number() - 1).act().toString();
        boolean floorOwed = table.kind() == ProductKind.COMPLEMENTARY;
        for (Step step : line.steps()) {
            String amounts = step.parameters().get("before") + " where the law says %s " + step.amount()
                    + ", beside the compulsory share";
            if (step.code().equals("legal-ceiling")) {
                report(
                        guarantee,
                        step.code(),
                        step.source(),
                        "a responsible contract pays less for " + act + ": " + amounts.formatted("at most"));
            } else if (step.code().equals("legal-floor") && floorOwed) {
                report(
                        guarantee,
                        step.code(),
                        step.source(),
                        "a responsible contract pays more for " + act + ": " + amounts.formatted("at least"));
            }
        }
    }

    private void report(Guarantee guarantee, String fault, @Nullable Source law, String message) {
        if (!isKnown(guarantee) && reported.add(guarantee.source().place() + fault)) {
            problems.add(
                    guarantee.source().file(),
                    guarantee.source().place(),
                    guarantee.wording(),
                    message,
                    law == null ? "what CSS R871-1 and R871-2 allow" : law.reference(),
                    "\"responsible: false\" in product.yaml, if the contract does not claim to be one");
        }
    }

    /** Said by the fiche: it is printed so, and held to the law when it is paid. */
    private boolean isKnown(Guarantee guarantee) {
        return departures.stream()
                .filter(departure -> departure.grid().equals(guarantee.source().file())
                        && departure.line().equals(guarantee.line())
                        && departure.level().equals(level))
                .peek(used::add)
                .findFirst()
                .isPresent();
    }

    /** A departure that departs from nothing is no longer true of the table. */
    private void refuseUnused() {
        departures.stream()
                .filter(departure -> table.responsible() && !used.contains(departure))
                .forEach(departure -> problems.add(
                        departure.fiche(),
                        "departs from responsible",
                        departure.line() + ", " + departure.level(),
                        "this cell says nothing that a responsible contract may not pay",
                        "cells that the law corrects",
                        null));
    }

    private void checkPeriod(Guarantee guarantee, LocalDate day) {
        boolean spectacles = guarantee.families().stream().anyMatch(SPECTACLES::contains);
        boolean children = guarantee.conditions().contains(Condition.UNDER_16)
                || guarantee.conditions().contains(Condition.UNDER_18);
        if (spectacles
                && !children
                && files.regulation().on("fr.responsible.optical.period", day) instanceof Lookup.Known years) {
            limits(guarantee.formula())
                    .filter(limit -> months(limit.period()) < years.number() * MONTHS_OF_A_YEAR)
                    .filter(_ -> !isKnown(guarantee))
                    .findFirst()
                    .ifPresent(limit -> problems.add(
                            guarantee.source().file(),
                            guarantee.source().place(),
                            guarantee.wording(),
                            "a responsible contract pays one equipment in " + years.number() + " years, not sooner",
                            years.source().reference(),
                            "the line for people below 16 stands apart, under the condition age<16"));
        }
    }

    /** The time over which a limit adds up; one that is not a time binds nothing here. */
    private static int months(Period period) {
        return switch (period) {
            case Period.CivilYear(), Period.ContractYear() -> MONTHS_OF_A_YEAR;
            case Period.Rolling rolling -> rolling.months();
            case Period.Lifetime(), Period.Semester(), Period.Stay(), Period.Equipment(), Period.IllnessYear() ->
                Integer.MAX_VALUE;
        };
    }

    private static Stream<Limit> limits(Formula formula) {
        return switch (formula) {
            case Formula.Nothing(), Formula.FullCover() -> Stream.empty();
            case Formula.Term _ -> Stream.empty();
            case Formula.Sum sum -> sum.parts().stream().flatMap(ResponsibleCheck::limits);
            case Formula.Capped capped -> limits(capped.formula());
            case Formula.Floored floored -> limits(floored.formula());
            case Formula.PerUnit each -> limits(each.formula());
            case Formula.Limited limited -> Stream.concat(limited.limits().stream(), limits(limited.formula()));
            case Formula.ByCase choice ->
                choice.alternatives().stream().flatMap(alternative -> limits(alternative.formula()));
        };
    }
}
