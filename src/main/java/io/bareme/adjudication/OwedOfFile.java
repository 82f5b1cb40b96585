package io.bareme.adjudication;

import io.bareme.adjudication.Owed.Payee;
import io.bareme.adjudication.Payout.Kind;
import io.bareme.adjudication.Payout.Party;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;

/** What contracts owe of one line of an AMC file: as its {@link Payout} in all, contract by contract in their order. */
final class OwedOfFile {

    private OwedOfFile() {}

    /** @param borne what each contract bears of the line */
    static List<Owed> of(List<Owed> borne, CareLine line, Payout payout, Payee payee) {
        Currency currency = line.charge().currency();
        Money zero = Money.zero(currency);
        Money before = line.given().alreadyPaid();
        Money already = before == null ? zero : before;
        List<Owed> due = new ArrayList<>();
        for (Owed one : borne) {
            Money paid = one.amount().min(already);
            already = already.minus(paid);
            due.add(one.of(one.amount().minus(paid)));
        }
        Owed first = due.isEmpty()
                ? new Owed(null, null, null, payee, zero)
                : due.getFirst().of(zero);
        due.add(first.of(already).negative());
        due.addAll(claimed(due, payout.of(Kind.PAY, Party.SCHEME, currency)));
        Money back = payout.of(Kind.RECOVER, Party.SCHEME, currency);
        due.add(first.of(back));
        due.add(first.of(back).to(Payee.SCHEME).negative());
        return due;
    }

    /** Of what is due, as much goes to the scheme, the first contract's first. */
    private static List<Owed> claimed(List<Owed> due, Money amount) {
        List<Owed> moved = new ArrayList<>();
        Money left = amount;
        for (Owed one : due) {
            Money part = left.min(one.amount().orZero());
            left = left.minus(part);
            moved.add(one.of(part).negative());
            moved.add(one.of(part).to(Payee.SCHEME));
        }
        return moved;
    }
}
