package io.bareme.portal.simulator;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.decision.Deciding.Simulation;
import io.bareme.explanation.Amounts;
import io.bareme.explanation.Sentences;
import io.bareme.portal.pages.Reference;
import io.bareme.portal.pages.Texts;
import io.bareme.portal.regulation.RegulationLinks;
import io.bareme.portal.simulator.Statement.Block;
import io.bareme.portal.simulator.Statement.Column;
import io.bareme.portal.simulator.Statement.Line;
import io.bareme.portal.simulator.Statement.Reason;
import io.bareme.regulation.Act;
import io.bareme.regulation.CodeSystem;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a decision as the statement of the page. */
final class StatementWriter {

    private final Claim claim;
    private final Decision decision;
    private final Consumption consumption;
    private final Edition edition;
    private final Texts texts;
    private final Locale locale;
    private final Contracts contracts;
    private final StepSentences sentences;
    private final List<Reason> common;

    StatementWriter(Simulation.Done done, Edition edition, Texts texts) {
        this.claim = done.claim();
        this.consumption = done.consumption();
        this.decision = done.decision();
        this.edition = edition;
        this.texts = texts;
        this.locale = texts.locale();
        this.contracts = new Contracts(decision, edition);
        this.sentences = new StepSentences(new RegulationLinks(edition.regulation()), locale);
        this.common = common();
    }

    Statement write(@Nullable String link) {
        LineFigures figures = new LineFigures(contracts, others(), sentences, texts);
        return new Statement(
                code(decision.verdict()),
                Sentences.verdict(decision.verdict(), locale),
                texts.say("clock." + code(decision.clock())),
                new Cascade(decision.lines(), contracts, texts).payers(),
                new Settlements(sentences, texts).of(decision, currency()),
                common,
                figures.columns(),
                blocks(figures),
                totals(figures.columns(), decision.lines()),
                new LimitLines(contracts, consumption, texts).of(decision),
                decision.edition(),
                link);
    }

    /** Lines of one group stand together where its first line stands; a line alone is a block of its own. */
    private List<Block> blocks(LineFigures figures) {
        Map<String, List<LineDecision>> groups = new LinkedHashMap<>();
        for (LineDecision line : decision.lines()) {
            String group = care(line).group();
            groups.computeIfAbsent(group == null ? "line " + line.number() : group, _ -> new ArrayList<>())
                    .add(line);
        }
        return groups.values().stream().map(lines -> block(lines, figures)).toList();
    }

    private Block block(List<LineDecision> lines, LineFigures figures) {
        String group = care(lines.get(0)).group();
        return new Block(
                group == null
                        ? null
                        : LineGroup.of(group)
                                .map(known -> LineFields.name(known, texts))
                                .orElse(group),
                group == null ? List.of() : notes(lines),
                lines.stream().map(line -> line(line, figures)).toList(),
                totals(figures.columns(), lines));
    }

    /** What was decided on them together; each with the line that says it, where they do not all. */
    private List<Statement.StepLine> notes(List<LineDecision> lines) {
        List<Statement.StepLine> notes = new ArrayList<>();
        GroupSteps.of(lines)
                .forEach((step, numbers) -> sentences.of(List.of(step)).forEach(told -> {
                    List<Reference.Piece> sentence = new ArrayList<>(told.sentence());
                    if (!step.code().equals("equipment-case")) {
                        sentence.addFirst(new Reference.Piece(texts.say("statement.of-line", numbers), null));
                    }
                    notes.add(new Statement.StepLine(sentence, told.source(), told.weak()));
                }));
        return notes;
    }

    private CareLine care(LineDecision line) {
        return claim.lines().stream()
                .filter(one -> one.number() == line.number())
                .findFirst()
                .orElseThrow();
    }

    private Line line(LineDecision line, LineFigures figures) {
        CareLine care = care(line);
        Act act = edition.nomenclature().act(care.act());
        return new Line(
                line.number(),
                code(care),
                act == null ? "" : ActIndex.label(act, locale),
                detail(care),
                code(line.verdict()),
                Sentences.verdict(line.verdict(), locale),
                figures.of(line),
                new Cascade(List.of(line), contracts, texts).payers(),
                line.findings().stream()
                        .filter(StatementWriter::isReason)
                        .map(this::reason)
                        .filter(reason -> !common.contains(reason))
                        .toList(),
                explanation(line));
    }

    /** What every line says, of two or more. */
    private List<Reason> common() {
        List<List<Reason>> reasons = decision.lines().stream()
                .map(line -> line.findings().stream()
                        .filter(StatementWriter::isReason)
                        .map(this::reason)
                        .toList())
                .toList();
        return reasons.size() < 2
                ? List.of()
                : reasons.get(0).stream()
                        .filter(reason -> reasons.stream().allMatch(line -> line.contains(reason)))
                        .toList();
    }

    private static boolean isReason(Finding finding) {
        return !(finding instanceof Finding.Choose);
    }

    private Reason reason(Finding finding) {
        return new Reason(Sentences.reason(finding, locale), finding.rule(), finding instanceof Finding.Note);
    }

    /** The steps, then which of the table's variants were taken, and why. */
    private List<Statement.StepLine> explanation(LineDecision line) {
        List<Statement.StepLine> lines = new ArrayList<>(sentences.of(line.steps()));
        for (Finding finding : line.findings()) {
            if (finding instanceof Finding.Choose) {
                lines.add(new Statement.StepLine(Reference.pieces(Sentences.reason(finding, locale)), null, false));
            }
        }
        return lines;
    }

    /** The official code; a line of our own catalogue has none, its words say what it is. */
    private String code(CareLine care) {
        return care.act().system() == CodeSystem.LOCAL
                ? ""
                : texts.say("system." + care.act().system(), care.act().code());
    }

    private String detail(CareLine care) {
        List<String> details = new ArrayList<>();
        details.add(Amounts.day(care.date(), locale));
        if (care.quantity() > 1) {
            details.add("× " + care.quantity());
        }
        if (care.coefficient() != null) {
            details.add(texts.say("statement.coefficient", care.coefficient().toPlainString()));
        }
        return String.join(" · ", details);
    }

    private List<String> totals(List<Column> columns, List<LineDecision> lines) {
        return columns.stream().map(column -> total(column, lines)).toList();
    }

    private String total(Column column, List<LineDecision> lines) {
        return switch (column.kind()) {
            case LineFigures.CHARGE -> sum(lines, line -> line.shares().charge());
            case StepGroups.COMPULSORY -> sum(lines, line -> line.shares().compulsory());
            case StepGroups.ABATEMENT -> LineFigures.less(added(lines, LineFigures::abatement), locale);
            case StepGroups.OTHER -> sum(lines, line -> line.shares().otherPayers());
            case LineFigures.COUNTER -> sum(lines, line -> line.shares().payableAtCounter());
            case LineFigures.MEMBER -> sum(lines, line -> line.shares().member().total());
            case StepGroups.BASE, LineFigures.RATE -> "";
            default -> sum(lines, line -> Contracts.share(contracts.named(column.kind()), line, currency()));
        };
    }

    private String sum(List<LineDecision> lines, Function<LineDecision, Money> figure) {
        return Amounts.money(added(lines, figure), locale);
    }

    /** The local scheme, C2S, or both, whichever pays; null when neither does. */
    private @Nullable String others() {
        boolean local =
                added(decision.lines(), line -> line.shares().localScheme()).isPositive();
        boolean solidarity =
                added(decision.lines(), line -> line.shares().solidarity()).isPositive();
        if (!local && !solidarity) {
            return null;
        }
        return texts.say(local == solidarity ? "column.other" : local ? "column.local" : "column.solidarity");
    }

    private Money added(List<LineDecision> lines, Function<LineDecision, Money> figure) {
        return lines.stream().map(figure).reduce(Money.zero(currency()), Money::plus);
    }

    private Currency currency() {
        return claim.lines().get(0).charge().currency();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
