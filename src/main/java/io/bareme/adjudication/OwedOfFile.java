package io.bareme.adjudication;

import io.bareme.adjudication.Owed.Payee;
import io.bareme.adjudication.Payout.Kind;
import io.bareme.adjudication.Payout.Party;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What contracts owe of one line of an AMC file: with each party as its {@link Payout} says, contract by contract in
 * their order. What a full advance expects back is asked for by the file that comes after the scheme has paid.
 */
final class OwedOfFile {

    private OwedOfFile() {}

    /** @param borne what each contract bears of the line, what goes beyond the charge included */
    static List<Owed> of(List<Owed> borne, Dossier dossier, CareLine line, Payout payout, Payee payee) {
        Currency currency = line.charge().currency();
        boolean advance = dossier == Dossier.FULL_ADVANCE;
        List<Owed> due = due(borne, line, payee);
        if (advance) {
            due.add(due.getFirst().of(payout.of(Kind.RECOVER, currency)));
        }
        List<Owed> owed = new ArrayList<>(due);
        if (payee == Payee.PROVIDER) {
            owed.addAll(moved(due, Payee.MEMBER, payout.of(Kind.PAY, Party.MEMBER, currency)));
        }
        owed.addAll(moved(due, Payee.SCHEME, payout.of(Kind.PAY, Party.SCHEME, currency)));
        if (!advance) {
            Owed first = due.getFirst();
            Owed back = first.of(payout.of(Kind.RECOVER, Party.SCHEME, currency));
            owed.add(back);
            owed.add(back.to(Payee.SCHEME).negative());
        }
        return owed;
    }

    /** What it bears less what was already paid, the first contract's first; of what is left over the first has too much. */
    private static List<Owed> due(List<Owed> borne, CareLine line, Payee payee) {
        Money zero = Money.zero(line.charge().currency());
        Money before = line.given().alreadyPaid();
        Money already = before == null ? zero : before;
        List<Owed> due = new ArrayList<>();
        for (Owed one : borne) {
            Money paid = one.amount().min(already);
            already = already.minus(paid);
            due.add(one.of(one.amount().minus(paid)));
        }
        Owed first = due.isEmpty() ? new Owed(null, null, null, payee, zero) : due.getFirst();
        due.add(first.of(already).negative());
        return due;
    }

    /** As much of what is due goes to another party, the first contract's first. */
    private static List<Owed> moved(List<Owed> due, Payee to, Money amount) {
        List<Owed> moved = new ArrayList<>();
        Money left = amount;
        for (Owed one : due) {
            Money part = left.min(one.amount().orZero());
            left = left.minus(part);
            moved.add(one.of(part).negative());
            moved.add(one.of(part).to(to));
        }
        return moved;
    }
}
