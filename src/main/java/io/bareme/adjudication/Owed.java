package io.bareme.adjudication;

import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one complementary contract owes one payee since a decision was settled, beside what it owed before: the
 * difference of two decisions. Of the file of a Moroccan complementary contract, it is what moves: what its contracts
 * bear, less what an earlier file paid; of one that is refused nothing, the file that paid is corrected.
 *
 * @param enrolment null, as product and level, for what was paid of care of which no contract bears anything
 * @param amount negative where the payee owes it to the contract; never zero
 */
public record Owed(
        @Nullable String enrolment,
        @Nullable String product,
        @Nullable String level,
        Payee payee,
        Money amount) {

    /** Who is paid. */
    public enum Payee {
        /** The professional, where third-party payment was asked for. */
        PROVIDER,
        MEMBER,
        /** The compulsory scheme, which claims what it advanced or gives back what was advanced for it. */
        SCHEME
    }

    /** A claim as it was settled. */
    public record Settled(Claim claim, Decision decision) {

        Payee payee() {
            return claim.thirdParty() ? Payee.PROVIDER : Payee.MEMBER;
        }

        CareLine care(LineDecision line) {
            return claim.lines().stream()
                    .filter(care -> care.number() == line.number())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Contract by contract, in their order of payment; empty where nothing changes. */
    public static List<Owed> between(@Nullable Settled before, Settled now) {
        Map<Owed, Money> amounts = new LinkedHashMap<>();
        parts(now).forEach(part -> amounts.merge(part.key(), part.amount, Money::plus));
        if (before != null) {
            parts(before).forEach(part -> amounts.merge(part.key(), part.negative().amount, Money::plus));
        }
        return amounts.entrySet().stream()
                .filter(part -> !part.getValue().isZero())
                .map(part -> part.getKey().of(part.getValue()))
                .toList();
    }

    private static List<Owed> parts(Settled settled) {
        List<Owed> parts = new ArrayList<>();
        for (LineDecision line : settled.decision().lines()) {
            List<Owed> borne = borne(line, settled.payee());
            Payout payout = line.payout();
            Dossier dossier = settled.claim().dossier();
            parts.addAll(
                    payout == null || dossier == null || line.verdict() == Verdict.REFUSED
                            ? borne
                            : OwedOfFile.of(
                                    borne.stream()
                                            .map(one -> one.to(settled.payee()))
                                            .toList(),
                                    dossier,
                                    settled.care(line),
                                    payout,
                                    settled.payee()));
        }
        return parts;
    }

    private static List<Owed> borne(LineDecision line, Payee payee) {
        List<Owed> borne = new ArrayList<>();
        for (Shares.ContractShare share : line.shares().contracts()) {
            Owed amount = new Owed(share.enrolment(), share.product(), share.level(), payee, share.amount());
            borne.add(amount);
            Money beyond = share.beyondCharge();
            if (beyond != null) {
                borne.add(amount.to(Payee.MEMBER).of(beyond));
            }
        }
        return borne;
    }

    /** The same with nobody's amount. */
    private Owed key() {
        return of(Money.zero(amount.currency()));
    }

    Owed of(Money other) {
        return new Owed(enrolment, product, level, payee, other);
    }

    Owed to(Payee other) {
        return new Owed(enrolment, product, level, other, amount);
    }

    Owed negative() {
        return of(Money.zero(amount.currency()).minus(amount));
    }
}
