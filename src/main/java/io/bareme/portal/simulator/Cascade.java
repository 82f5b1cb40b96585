package io.bareme.portal.simulator;

import io.bareme.adjudication.LineDecision;
import io.bareme.explanation.Amounts;
import io.bareme.portal.pages.Texts;
import io.bareme.portal.simulator.Statement.Payer;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who pays for some lines, one after the other: what each finds left, what it pays, and why it pays nothing. */
final class Cascade {

    private final List<LineDecision> lines;
    private final Contracts contracts;
    private final PaysNothing nothing;
    private final Texts texts;
    private final Currency currency;
    private final Money charged;
    private final List<Payer> payers = new ArrayList<>();
    private Money left;
    private Money drawn;

    Cascade(List<LineDecision> lines, Contracts contracts, Texts texts) {
        this.lines = lines;
        this.contracts = contracts;
        this.nothing = new PaysNothing(texts);
        this.texts = texts;
        this.currency = lines.get(0).shares().charge().currency();
        this.charged = sum(line -> line.shares().charge());
        this.left = charged;
        this.drawn = Money.zero(currency);
    }

    List<Payer> payers() {
        compulsory();
        other("local", line -> line.shares().localScheme());
        other("solidarity", line -> line.shares().solidarity());
        contracts.all().forEach(this::contract);
        Money member = sum(line -> line.shares().member().total());
        payers.add(payer("member", texts.say("payer.member"), null, null, member, null));
        return payers;
    }

    /** Contracts reckon with the whole legal share: what the scheme takes off it stays with the member. */
    private void compulsory() {
        Money legal = sum(line -> line.shares().compulsory());
        Money abatement = sum(LineFigures::abatement);
        Money net = sum(line -> line.shares().compulsoryNet());
        String note = legal.isZero()
                ? nothing.compulsory(lines)
                : abatement.isZero() ? null : texts.say("cascade.abatement", money(legal), money(abatement));
        payers.add(payer("compulsory", texts.say("payer.compulsory"), null, left, net, note));
        left = left.minus(legal);
    }

    private void other(String who, Function<LineDecision, Money> share) {
        Money amount = sum(share);
        if (amount.isPositive()) {
            payers.add(payer("other", texts.say("payer." + who), null, left, amount, null));
            left = left.minus(amount);
        }
    }

    private void contract(Contracts.Contract contract) {
        Money amount = sum(line -> Contracts.share(contract, line, currency));
        String note = amount.isZero() ? nothing.contract(contract, lines, left) : null;
        payers.add(payer(
                contract.key(),
                texts.say(contracts.all().size() == 1 ? "payer.contract" : "payer.contract.number", contract.number()),
                contract.name() + ", " + contract.level(),
                left,
                amount,
                note));
        left = left.minus(amount);
    }

    private Payer payer(
            String who,
            String label,
            @Nullable String detail,
            @Nullable Money before,
            Money amount,
            @Nullable String note) {
        Payer payer = new Payer(
                payers.size() + 1,
                who,
                label,
                detail,
                before == null ? null : money(before),
                money(amount),
                amount.isZero(),
                note,
                percent(drawn),
                percent(amount));
        drawn = drawn.plus(amount);
        return payer;
    }

    private Money sum(Function<LineDecision, Money> figure) {
        return lines.stream().map(figure).reduce(Money.zero(currency), Money::plus);
    }

    private String money(Money amount) {
        return Amounts.money(amount, texts.locale());
    }

    private String percent(Money part) {
        return charged.isZero()
                ? "0"
                : part.amount()
                        .movePointRight(2)
                        .divide(charged.amount(), 3, RoundingMode.HALF_UP)
                        .max(BigDecimal.ZERO)
                        .toPlainString();
    }
}
