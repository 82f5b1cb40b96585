package io.bareme.portal.simulator;

import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares;
import io.bareme.adjudication.Step;
import io.bareme.explanation.Amounts;
import io.bareme.explanation.Sentences;
import io.bareme.portal.pages.Reference;
import io.bareme.portal.pages.Texts;
import io.bareme.portal.simulator.Statement.Column;
import io.bareme.portal.simulator.Statement.Figure;
import io.bareme.portal.simulator.Statement.StepLine;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of one line of the statement, from left to right, each with the steps that explain it. */
final class LineFigures {

    static final String CHARGE = "charge";
    static final String RATE = "rate";
    static final String COUNTER = "counter";
    static final String MEMBER = "member";

    private final Contracts contracts;
    private final @Nullable String others;
    private final PaysNothing nothing;
    private final StepSentences sentences;
    private final Texts texts;
    private final Locale locale;

    /** @param others who pays beside scheme and contracts; null when nobody does */
    LineFigures(Contracts contracts, @Nullable String others, StepSentences sentences, Texts texts) {
        this.contracts = contracts;
        this.others = others;
        this.sentences = sentences;
        this.nothing = new PaysNothing(texts);
        this.texts = texts;
        this.locale = texts.locale();
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(column(CHARGE));
        columns.add(column(StepGroups.BASE));
        columns.add(column(RATE));
        columns.add(payer(StepGroups.COMPULSORY, texts.say("column.compulsory"), 1));
        columns.add(column(StepGroups.ABATEMENT));
        int place = 2;
        if (others != null) {
            columns.add(payer(StepGroups.OTHER, others, place++));
        }
        for (Contracts.Contract contract : contracts.all()) {
            columns.add(payer(contract.key(), contracts.shortName(contract), place++));
        }
        columns.add(column(COUNTER));
        columns.add(column(MEMBER));
        return columns;
    }

    private Column column(String kind) {
        return new Column(kind, texts.say("column." + kind), null);
    }

    private static Column payer(String kind, String heading, int place) {
        return new Column(kind, heading, place);
    }

    List<Figure> of(LineDecision line) {
        StepGroups steps = new StepGroups(line);
        return columns().stream().map(column -> figure(column, line, steps)).toList();
    }

    private Figure figure(Column column, LineDecision line, StepGroups steps) {
        Shares shares = line.shares();
        return switch (column.kind()) {
            case CHARGE -> figure(column, line, money(shares.charge()), null, List.of());
            case StepGroups.BASE -> figure(column, line, money(shares.base()), null, steps.of(StepGroups.BASE));
            case RATE ->
                figure(
                        column,
                        line,
                        shares.rate() == null ? "–" : Amounts.rate(shares.rate(), locale),
                        null,
                        steps.of(StepGroups.COMPULSORY));
            case StepGroups.COMPULSORY -> compulsory(column, line, steps);
            case StepGroups.ABATEMENT ->
                figure(column, line, less(abatement(line), locale), causes(shares), steps.of(StepGroups.ABATEMENT));
            case StepGroups.OTHER ->
                figure(column, line, money(shares.otherPayers()), null, steps.of(StepGroups.OTHER));
            case COUNTER -> told(column, line, money(shares.payableAtCounter()), counter(shares));
            case MEMBER -> told(column, line, money(shares.member().total()), member(shares));
            default -> contract(column, line, steps);
        };
    }

    /** What the contract finds left and pays of it, or why it pays nothing; then how its amount came about. */
    private Figure contract(Column column, LineDecision line, StepGroups steps) {
        Contracts.Contract contract = contracts.named(column.kind());
        Shares shares = line.shares();
        Currency currency = shares.charge().currency();
        Money left = shares.charge().minus(shares.compulsory()).minus(shares.otherPayers());
        for (Contracts.Contract earlier : contracts.all().subList(0, contract.number() - 1)) {
            left = left.minus(Contracts.share(earlier, line, currency));
        }
        Money paid = Contracts.share(contract, line, currency);
        String told = paid.isZero()
                ? texts.say("cascade.nothing", money(left), nothing.contract(contract, List.of(line), left))
                : texts.say("cascade.pays", money(left), money(paid), money(left.minus(paid)));
        Figure figure = figure(column, line, money(paid), null, steps.of(contract.enrolment()));
        List<StepLine> lines = new ArrayList<>();
        lines.add(new StepLine(Reference.pieces(told), null, false));
        lines.addAll(figure.steps());
        return new Figure(figure.id(), column, figure.text(), null, figure.weak(), lines);
    }

    private Figure figure(Column column, LineDecision line, String text, @Nullable String note, List<Step> steps) {
        boolean weak = steps.stream().anyMatch(Sentences::isWeak);
        return new Figure(id(column, line), column, text, note, weak, sentences.of(steps));
    }

    /** The legal share; where something is taken off it, its explanation ends with what the scheme pays in the end. */
    private Figure compulsory(Column column, LineDecision line, StepGroups steps) {
        Shares shares = line.shares();
        Figure legal = figure(column, line, money(shares.compulsory()), null, steps.of(StepGroups.COMPULSORY));
        if (abatement(line).isZero()) {
            return legal;
        }
        List<StepLine> told = new ArrayList<>(legal.steps());
        String net =
                texts.say("why.net", money(shares.compulsory()), money(abatement(line)), money(shares.compulsoryNet()));
        told.add(new StepLine(Reference.pieces(net), null, false));
        return new Figure(legal.id(), column, legal.text(), legal.note(), legal.weak(), told);
    }

    /** A figure explained by a sentence of the page itself: how the shares add up. */
    private Figure told(Column column, LineDecision line, String text, List<String> sentences) {
        List<StepLine> steps = sentences.stream()
                .map(sentence -> new StepLine(Reference.pieces(sentence), null, false))
                .toList();
        return new Figure(id(column, line), column, text, null, false, steps);
    }

    private static String id(Column column, LineDecision line) {
        return "why-" + line.number() + "-" + column.kind();
    }

    static Money abatement(LineDecision line) {
        Shares shares = line.shares();
        return shares.pathwayPenalty().plus(shares.participation()).plus(shares.franchise());
    }

    /** What is taken off, with its sign. */
    static String less(Money amount, Locale locale) {
        return (amount.isZero() ? "" : "−") + Amounts.money(amount, locale);
    }

    private @Nullable String causes(Shares shares) {
        List<String> causes = new ArrayList<>();
        cause(causes, "penalty", shares.pathwayPenalty());
        cause(causes, "participation", shares.participation());
        cause(causes, "franchise", shares.franchise());
        return causes.isEmpty() ? null : String.join(", ", causes);
    }

    private void cause(List<String> causes, String key, Money amount) {
        if (!amount.isZero()) {
            causes.add(texts.say("abatement." + key));
        }
    }

    private List<String> counter(Shares shares) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                texts.say("why.counter", money(shares.charge()), payers(shares), money(shares.payableAtCounter())));
        Money later = shares.pathwayPenalty().plus(shares.participation()).plus(shares.franchise());
        if (!later.isZero()) {
            sentences.add(texts.say("why.counter-later", money(later)));
        }
        return sentences;
    }

    /** Each payer under its own name: the compulsory scheme, the local scheme, C2S, the complementary contracts. */
    private String payers(Shares shares) {
        List<String> payers = new ArrayList<>();
        payers.add(texts.say("why.payer.compulsory", money(shares.compulsory())));
        payer(payers, "local", shares.localScheme());
        payer(payers, "solidarity", shares.solidarity());
        payer(payers, "complementary", shares.complementary());
        String last = payers.removeLast();
        return payers.isEmpty() ? last : texts.say("why.and", String.join(", ", payers), last);
    }

    private void payer(List<String> payers, String who, Money amount) {
        if (!amount.isZero()) {
            payers.add(texts.say("why.payer." + who, money(amount)));
        }
    }

    private List<String> member(Shares shares) {
        Shares.MemberShare member = shares.member();
        List<String> sentences = new ArrayList<>();
        share(sentences, "copayment", member.copayment());
        share(sentences, shares.base().isZero() ? "uncovered" : "overrun", member.overrun());
        share(sentences, "deductible", member.keptBack());
        share(sentences, "penalty", member.pathwayPenalty());
        share(sentences, "participation", member.participation());
        share(sentences, "franchise", member.franchise());
        share(sentences, "refused", member.refused());
        if (sentences.isEmpty()) {
            sentences.add(texts.say("why.nothing"));
        }
        return sentences;
    }

    private void share(List<String> sentences, String cause, Money amount) {
        if (!amount.isZero()) {
            sentences.add(texts.say("why.member." + cause, money(amount)));
        }
    }

    private String money(Money amount) {
        return Amounts.money(amount, locale);
    }
}
