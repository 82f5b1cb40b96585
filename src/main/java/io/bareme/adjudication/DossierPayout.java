package io.bareme.adjudication;

import io.bareme.adjudication.Payout.Kind;
import io.bareme.adjudication.Payout.Party;
import io.bareme.adjudication.Payout.Transfer;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out what moves now for one line of an AMC file, from what its contracts bear of the charge. */
final class DossierPayout {

    private final Dossier dossier;
    private final CareLine line;
    private final Party payee;
    private final Money borne;
    private final Money beyond;
    private final Workings workings;
    private final List<Transfer> transfers = new ArrayList<>();

    /**
     * @param thirdParty whether the professional is paid, and so whether the scheme pays the insurer back itself
     * @param borne what the contracts bear once the scheme has paid
     * @param beyond what of that which is paid now goes beyond the charge, which is the member's whoever is paid
     */
    DossierPayout(Dossier dossier, CareLine line, boolean thirdParty, Money borne, Money beyond, Workings workings) {
        this.dossier = dossier;
        this.line = line;
        this.payee = thirdParty ? Party.PROFESSIONAL : Party.MEMBER;
        this.borne = borne;
        this.beyond = beyond;
        this.workings = workings;
    }

    /**
     * @param advanced what the contracts pay as if nothing came before them; null but for a full advance
     * @param reason why the contracts bear less than is claimed, as a word of {@code word.why}
     */
    Payout of(@Nullable Money advanced, String reason) {
        switch (dossier) {
            case FULL_ADVANCE -> advance(advanced == null ? borne : advanced);
            case ESTIMATED_COMPLEMENT, REMAINDER, CNSS_FLOW -> complement();
            case ONE_STOP -> recourse(reason);
        }
        return new Payout(transfers);
    }

    /** What was advanced of the scheme's share comes back from whom the scheme pays. */
    private void advance(Money advanced) {
        Money now = advanced.minus(alreadyPaid()).orZero();
        pay(now, "advance");
        Party owing = payee == Party.PROFESSIONAL ? Party.SCHEME : Party.MEMBER;
        move(Kind.RECOVER, owing, now.plus(alreadyPaid()).minus(borne).orZero(), "advanced-share");
    }

    private void complement() {
        pay(borne.minus(alreadyPaid()).orZero(), "complement");
        overpaid();
    }

    private void pay(Money amount, String why) {
        Money members = payee == Party.MEMBER ? amount : amount.min(beyond);
        move(Kind.PAY, Party.MEMBER, members, why);
        move(Kind.PAY, payee, amount.minus(members), why);
    }

    private void recourse(String reason) {
        Money claimed = orNothing(line.given().claimedByScheme());
        Money due = borne.minus(alreadyPaid()).orZero();
        Money accepted = claimed.min(due);
        move(Kind.PAY, Party.SCHEME, accepted, "recourse");
        pay(due.minus(accepted), "complement");
        move(Kind.CONTEST, Party.SCHEME, claimed.minus(accepted), borne.isZero() ? reason : alreadyOr(reason));
        overpaid();
    }

    private String alreadyOr(String reason) {
        return alreadyPaid().isPositive() ? "already-paid" : reason;
    }

    /** Where the professional had the whole charge in advance, the scheme paid its share for nothing else. */
    private void overpaid() {
        Money overpaid = alreadyPaid().minus(borne).orZero();
        boolean advanced = payee == Party.PROFESSIONAL && alreadyPaid().compareTo(line.charge()) >= 0;
        Money share = advanced ? overpaid.min(orNothing(line.given().compulsory())) : orNothing(null);
        move(Kind.RECOVER, Party.SCHEME, share, "advanced-share");
        move(Kind.RECOVER, payee, overpaid.minus(share), "overpaid");
    }

    private Money alreadyPaid() {
        return orNothing(line.given().alreadyPaid());
    }

    private Money orNothing(@Nullable Money money) {
        return money == null ? Money.zero(borne.currency()) : money;
    }

    private void move(Kind kind, Party party, Money amount, String why) {
        if (amount.isPositive()) {
            transfers.add(new Transfer(kind, party, amount, why));
            workings.step("payout", amount, null, "move", kind, "party", party, "why", why, "borne", borne);
        }
    }
}
