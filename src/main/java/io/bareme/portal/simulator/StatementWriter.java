package io.bareme.portal.simulator;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.explanation.Amounts;
import io.bareme.explanation.Sentences;
import io.bareme.portal.pages.Reference;
import io.bareme.portal.pages.Texts;
import io.bareme.portal.simulator.Statement.Column;
import io.bareme.portal.simulator.Statement.Line;
import io.bareme.portal.simulator.Statement.Part;
import io.bareme.portal.simulator.Statement.Reason;
import io.bareme.regulation.Act;
import io.bareme.regulation.CodeSystem;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a decision as the statement of the page. */
final class StatementWriter {

    private final Claim claim;
    private final Decision decision;
    private final Edition edition;
    private final Texts texts;
    private final Locale locale;
    private final Contracts contracts;

    StatementWriter(Claim claim, Decision decision, Edition edition, Texts texts) {
        this.claim = claim;
        this.decision = decision;
        this.edition = edition;
        this.texts = texts;
        this.locale = texts.locale();
        this.contracts = new Contracts(decision, edition);
    }

    Statement write(@Nullable String link) {
        boolean others = decision.lines().stream()
                .anyMatch(line -> !line.shares().otherPayers().isZero());
        LineFigures figures = new LineFigures(contracts, others, texts);
        return new Statement(
                code(decision.verdict()),
                Sentences.verdict(decision.verdict(), locale),
                texts.say("clock." + code(decision.clock())),
                summary(others),
                figures.columns(),
                decision.lines().stream().map(line -> line(line, figures)).toList(),
                totals(figures.columns()),
                new LimitLines(contracts, texts).of(decision),
                decision.edition(),
                link);
    }

    private Line line(LineDecision line, LineFigures figures) {
        CareLine care = claim.lines().stream()
                .filter(one -> one.number() == line.number())
                .findFirst()
                .orElseThrow();
        Act act = edition.nomenclature().act(care.act());
        return new Line(
                line.number(),
                code(care),
                act == null ? "" : ActIndex.label(act, locale),
                detail(care),
                code(line.verdict()),
                Sentences.verdict(line.verdict(), locale),
                figures.of(line),
                line.findings().stream()
                        .filter(finding -> !(finding instanceof Finding.Choose))
                        .map(finding -> new Reason(Sentences.reason(finding, locale), finding.rule()))
                        .toList(),
                explanation(line));
    }

    /** The steps, then which of the table's variants were taken, and why. */
    private List<Statement.StepLine> explanation(LineDecision line) {
        List<Statement.StepLine> lines = new ArrayList<>(new StepSentences(locale).of(line.steps()));
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

    private List<Part> summary(boolean others) {
        Money charged = sum(line -> line.shares().charge());
        List<Part> parts = new ArrayList<>();
        Money[] before = {Money.zero(charged.currency())};
        part(
                parts,
                before,
                charged,
                "compulsory",
                texts.say("payer.compulsory"),
                null,
                sum(line -> line.shares().compulsoryNet()));
        if (others) {
            part(
                    parts,
                    before,
                    charged,
                    "other",
                    others(),
                    null,
                    sum(line -> line.shares().otherPayers()));
        }
        for (Contracts.Contract contract : contracts.all()) {
            part(
                    parts,
                    before,
                    charged,
                    contract.key(),
                    texts.say("payer.contract"),
                    contract.name(),
                    contracts.paid(contract, currency()));
        }
        part(
                parts,
                before,
                charged,
                "member",
                texts.say("payer.member"),
                null,
                sum(line -> line.shares().member().total()));
        return parts;
    }

    private void part(
            List<Part> parts,
            Money[] before,
            Money charged,
            String who,
            String label,
            @Nullable String detail,
            Money amount) {
        parts.add(new Part(
                who,
                label,
                detail,
                Amounts.money(amount, locale),
                percent(before[0], charged),
                percent(amount, charged)));
        before[0] = before[0].plus(amount);
    }

    /** The local scheme, C2S, or both, whichever pays. */
    private String others() {
        boolean local = !sum(line -> line.shares().localScheme()).isZero();
        boolean solidarity = !sum(line -> line.shares().solidarity()).isZero();
        return texts.say(local == solidarity ? "payer.other" : local ? "payer.local" : "payer.solidarity");
    }

    private static String percent(Money part, Money whole) {
        return whole.isZero()
                ? "0"
                : part.amount()
                        .movePointRight(2)
                        .divide(whole.amount(), 3, RoundingMode.HALF_UP)
                        .max(BigDecimal.ZERO)
                        .toPlainString();
    }

    private List<String> totals(List<Column> columns) {
        return columns.stream().map(this::total).toList();
    }

    private String total(Column column) {
        return switch (column.kind()) {
            case LineFigures.CHARGE -> money(sum(line -> line.shares().charge()));
            case StepGroups.COMPULSORY -> money(sum(line -> line.shares().compulsory()));
            case StepGroups.ABATEMENT -> LineFigures.less(sum(LineFigures::abatement), locale);
            case StepGroups.OTHER -> money(sum(line -> line.shares().otherPayers()));
            case LineFigures.COUNTER -> money(sum(line -> line.shares().payableAtCounter()));
            case LineFigures.MEMBER -> money(sum(line -> line.shares().member().total()));
            case StepGroups.BASE, LineFigures.RATE -> "";
            default -> money(contracts.paid(contracts.named(column.kind()), currency()));
        };
    }

    private String money(Money amount) {
        return Amounts.money(amount, locale);
    }

    private Money sum(Function<LineDecision, Money> figure) {
        return decision.lines().stream().map(figure).reduce(Money.zero(currency()), Money::plus);
    }

    private Currency currency() {
        return claim.lines().get(0).charge().currency();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
