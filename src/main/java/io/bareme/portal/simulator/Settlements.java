package io.bareme.portal.simulator;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Payout;
import io.bareme.adjudication.Step;
import io.bareme.explanation.Amounts;
import io.bareme.portal.pages.Reference;
import io.bareme.portal.pages.Texts;
import io.bareme.portal.simulator.Statement.Settlement;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;

/** What moves now for a file of a Moroccan complementary contract: to whom, from whom, and why. */
final class Settlements {

    private final StepSentences sentences;
    private final Texts texts;

    Settlements(StepSentences sentences, Texts texts) {
        this.sentences = sentences;
        this.texts = texts;
    }

    /** One for each way the money goes to or from one party; none for any other claim. */
    List<Settlement> of(Decision decision, Currency currency) {
        List<Settlement> settlements = new ArrayList<>();
        for (Payout.Kind kind : Payout.Kind.values()) {
            for (Payout.Party party : Payout.Party.values()) {
                Money amount = decision.lines().stream()
                        .map(LineDecision::payout)
                        .filter(payout -> payout != null)
                        .map(payout -> payout.of(kind, party, currency))
                        .reduce(Money.zero(currency), Money::plus);
                if (amount.isPositive()) {
                    settlements.add(new Settlement(
                            texts.say("settlement." + kind + "." + party),
                            Amounts.money(amount, texts.locale()),
                            why(decision, kind, party)));
                }
            }
        }
        return settlements;
    }

    private List<Statement.StepLine> why(Decision decision, Payout.Kind kind, Payout.Party party) {
        List<Statement.StepLine> told = new ArrayList<>();
        for (LineDecision line : decision.lines()) {
            List<Step> steps = line.steps().stream()
                    .filter(step -> step.code().equals("payout")
                            && kind.name().equals(step.parameters().get("move"))
                            && party.name().equals(step.parameters().get("party")))
                    .toList();
            sentences.of(steps).forEach(step -> {
                List<Reference.Piece> sentence = new ArrayList<>(step.sentence());
                sentence.addFirst(new Reference.Piece(texts.say("statement.of-line", line.number()), null));
                told.add(new Statement.StepLine(sentence, step.source(), step.weak()));
            });
        }
        return told;
    }
}
