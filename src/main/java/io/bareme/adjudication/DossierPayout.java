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
    private final Workings workings;
    private final List<Transfer> transfers = new ArrayList<>();

    /**
     * @param thirdParty whether the professional is paid, and so whether the scheme pays the insurer back itself
     * @param borne what the contracts bear of the charge once the scheme has paid
     */
    DossierPayout(Dossier dossier, CareLine line, boolean thirdParty, Money borne, Workings workings) {
        this.dossier = dossier;
        this.line = line;
        this.payee = thirdParty ? Party.PROFESSIONAL : Party.MEMBER;
        this.borne = borne;
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
        move(Kind.PAY, payee, now, "advance");
        Party owing = payee == Party.PROFESSIONAL ? Party.SCHEME : Party.MEMBER;
        move(Kind.RECOVER, owing, now.plus(alreadyPaid()).minus(borne).orZero(), "advanced-share");
    }

    private void complement() {
        move(Kind.PAY, payee, borne.minus(alreadyPaid()).orZero(), "complement");
        overpaid();
    }

    private void recourse(String reason) {
        Money claimed = orNothing(line.given().claimedByScheme());
        Money due = borne.minus(alreadyPaid()).orZero();
        Money accepted = claimed.min(due);
        move(Kind.PAY, Party.SCHEME, accepted, "recourse");
        move(Kind.PAY, payee, due.minus(accepted), "complement");
        move(Kind.CONTEST, Party.SCHEME, claimed.minus(accepted), borne.isZero() ? reason : alreadyOr(reason));
        overpaid();
    }

    private String alreadyOr(String reason) {
        return alreadyPaid().isPositive() ? "already-paid" : reason;
    }

    private void overpaid() {
        move(Kind.RECOVER, payee, alreadyPaid().minus(borne).orZero(), "overpaid");
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
