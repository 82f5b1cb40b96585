package io.bareme.rulebook.responsible;

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
import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.GuaranteeTable.Level;
import io.bareme.guarantee.ProductKind;
import io.bareme.guarantee.SharedLimit;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.Lookup;
import io.bareme.rulebook.files.EditionFiles;
import io.bareme.rulebook.responsible.ProbeClaims.Probe;
import io.bareme.values.DateRange;
import io.bareme.values.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table on trial: what its cells pay for made-up care, as the law makes them pay and as they are printed.
 * What lines share, limits and deductibles, is left aside unless it is named.
 */
final class Column {

    /** What the frame and the wordings rest on; deductibles and the like change nothing here. */
    private static final List<String> DECISIVE = List.of("fr.responsible.", "fr.price-ceiling.", "fr.pmss", "fr.rate");

    private static final Set<Condition> AGES =
            EnumSet.of(Condition.UNDER_16, Condition.FROM_16, Condition.UNDER_18, Condition.FROM_18);

    private final EditionFiles files;
    private final GuaranteeTable table;
    private final Level level;
    private final ProbeClaims probes;
    private final Trial trial;
    private final Edition framed;
    private final Edition free;

    Column(EditionFiles files, GuaranteeTable table, Level level, ProbeClaims probes, Trial trial) {
        this.files = files;
        this.table = table;
        this.level = level;
        this.probes = probes;
        this.trial = trial;
        GuaranteeTable cells = table.with(level.under(List.of(), List.of()));
        this.framed = edition(cells);
        this.free = edition(cells.asIfNotResponsible());
    }

    private Edition edition(GuaranteeTable judged) {
        return new Edition(
                "probe",
                files.regulation(),
                files.nomenclature(),
                Map.of(table.product(), List.of(judged)),
                Column::variants);
    }

    /** What the rules of the edition would choose, without compiling them. */
    private static List<Finding> variants(List<LineFacts> lines) {
        List<Finding> found = new ArrayList<>();
        for (LineFacts line : lines) {
            boolean outside = line.category().equals("non-conventioned");
            boolean without = outside || line.category().equals("non-optam");
            Stream.of(
                            without ? Condition.NON_OPTAM : Condition.OPTAM,
                            outside ? Condition.NON_CONVENTIONED : Condition.CONVENTIONED)
                    .forEach(each -> found.add(new Finding.Choose("probe", line.number(), "probe", Map.of(), each)));
        }
        return found;
    }

    Level level() {
        return level;
    }

    ProbeClaims probes() {
        return probes;
    }

    /** Those of all spectacles that the column may tell apart: of lenses that it gives the same, one. */
    List<Spectacles> spectacles() {
        Set<String> named = level.guarantees().stream()
                .flatMap(guarantee -> guarantee.families().stream())
                .collect(Collectors.toSet());
        Set<Object> seen = new HashSet<>();
        return probes.spectacles().stream()
                .filter(each -> seen.add(List.of(
                        each.dear().born(),
                        each.dear().claim().lines().stream()
                                .map(part -> told(family(part.act()), named))
                                .toList())))
                .toList();
    }

    /** What a table may tell a part by: the families that it names, the kind of lens, the class. */
    private List<String> told(String family, Set<String> named) {
        return lineage(family).stream()
                .filter(each ->
                        named.contains(each) || each.contains(".class-") || Spectacles.STRENGTH_FAMILIES.contains(each))
                .map(each -> named.contains(each) ? each : each.replaceFirst(".*\\.(?=class-)", ""))
                .toList();
    }

    /** Whether a cell speaks of ages, so that a child is to be tried beside an adult. */
    boolean speaksOfAges() {
        return level.guarantees().stream()
                .anyMatch(guarantee -> guarantee.conditions().stream().anyMatch(AGES::contains));
    }

    /** The floors are asked of base contracts alone: an option stands on one. */
    boolean owesFloors() {
        return table.kind() == ProductKind.COMPLEMENTARY;
    }

    /** A value of the law on the table's first day; null where none is established. */
    Lookup.@Nullable Known law(String quantity) {
        return law(quantity, "");
    }

    Lookup.@Nullable Known law(String quantity, String key) {
        return files.regulation().known(quantity, key, table.validity().first()).orElse(null);
    }

    String family(ActCode act) {
        return Objects.requireNonNull(files.nomenclature().act(act), "a probe is of a known act")
                .family();
    }

    List<String> lineage(String family) {
        return files.nomenclature().lineage(family);
    }

    /** What is paid within the frame of responsible contracts. */
    List<LineDecision> framed(Probe probe) {
        return decide(probe, framed);
    }

    /** What is paid as the cells say. */
    List<LineDecision> free(Probe probe) {
        return decide(probe, free);
    }

    /** What is paid within the frame where the column's lines share these limits and deductibles. */
    List<LineDecision> framed(Probe probe, List<SharedLimit> limits, List<Deductible> deductibles) {
        return decide(probe, edition(table.with(level.under(limits, deductibles))));
    }

    private List<LineDecision> decide(Probe probe, Edition edition) {
        LocalDate first = table.validity().first();
        Rights rights = new Rights(
                "probe",
                "probe",
                probe.born(),
                Scheme.FR_GENERAL,
                trial.exemptions(),
                List.of(new Enrolment("probe", table.product(), level.id(), DateRange.from(first), false)));
        Claim claim = trial.of(probe.claim(), probes.isOfDoctors(probe));
        return Adjudicator.decide(claim.resolve(rights, Consumption.NONE, edition))
                .lines();
    }

    /** The cell that a line was settled by; null when none applies. */
    @Nullable
    Guarantee cell(LineDecision line) {
        return level.guarantees().stream()
                .filter(guarantee -> line.shares().contracts().stream()
                        .anyMatch(share -> guarantee.line().equals(share.line())))
                .findFirst()
                .orElse(null);
    }

    /** Nothing is said of a line whose amount rests on a value, or a condition, that nobody has established. */
    static boolean isCertain(LineDecision line) {
        return line.findings().stream().noneMatch(finding -> switch (finding.reason()) {
            case "condition-unknown", "guarantees-ambiguous", "no-line-applies" -> true;
            case "value-not-established" ->
                DECISIVE.stream().anyMatch(finding.parameters().getOrDefault("quantity", "")::startsWith);
            default -> false;
        });
    }

    /** Whether a line of the table concerns such care, perhaps under conditions. */
    boolean names(String family) {
        List<String> lineage = lineage(family);
        return level.guarantees().stream()
                .anyMatch(guarantee -> guarantee.families().stream().anyMatch(lineage::contains));
    }

    /** The article that a step rests on: for a whole regulated price, the one that makes it owed, not the price list. */
    @Nullable
    Source article(Step step, String family) {
        Lookup.Known copayment = law("fr.responsible.copayment-share");
        boolean price = step.code().equals("legal-floor")
                && (copayment == null || !copayment.source().equals(step.source()));
        return price
                ? lineage(family).stream()
                        .map(each -> law("fr.responsible.full-cover", each))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(Lookup.Known::source)
                        .orElse(step.source())
                : step.source();
    }

    /** Where the frame raised a line to what the law asks at least; null when it did not. */
    static @Nullable Step raised(LineDecision line) {
        return step(line, "legal-floor");
    }

    /** Where the frame brought a line down to what the law allows; null when it did not. */
    static @Nullable Step lowered(LineDecision line) {
        return step(line, "legal-ceiling");
    }

    private static @Nullable Step step(LineDecision line, String code) {
        return line.steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
