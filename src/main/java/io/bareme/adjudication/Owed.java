package io.bareme.adjudication;

import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one complementary contract owes one payee since a decision was settled, beside what it owed before: the
 * difference of two decisions.
 *
 * @param amount negative where the payee owes it to the contract; never zero
 */
public record Owed(String enrolment, String product, String level, Payee payee, Money amount) {

    /** Who is paid. */
    public enum Payee {
        /** The professional, where third-party payment was asked for. */
        PROVIDER,
        MEMBER
    }

    private record To(String enrolment, String product, String level, Payee payee) {}

    /** A claim as it was settled. */
    public record Settled(Claim claim, Decision decision) {}

    /** Contract by contract, in their order of payment; empty where nothing changes. */
    public static List<Owed> between(@Nullable Settled before, Settled now) {
        Map<To, Money> amounts = new LinkedHashMap<>();
        add(amounts, now, false);
        if (before != null) {
            add(amounts, before, true);
        }
        List<Owed> owed = new ArrayList<>();
        amounts.forEach((to, amount) -> {
            if (!amount.isZero()) {
                owed.add(new Owed(to.enrolment, to.product, to.level, to.payee, amount));
            }
        });
        return owed;
    }

    private static void add(Map<To, Money> amounts, Settled settled, boolean back) {
        Payee payee = settled.claim().thirdParty() ? Payee.PROVIDER : Payee.MEMBER;
        for (LineDecision line : settled.decision().lines()) {
            for (Shares.ContractShare share : line.shares().contracts()) {
                add(amounts, share, payee, share.amount(), back);
                Money beyond = share.beyondCharge();
                if (beyond != null) {
                    add(amounts, share, Payee.MEMBER, beyond, back);
                }
            }
        }
    }

    private static void add(
            Map<To, Money> amounts, Shares.ContractShare share, Payee payee, Money amount, boolean back) {
        Money zero = Money.zero(amount.currency());
        amounts.merge(
                new To(share.enrolment(), share.product(), share.level(), payee),
                back ? zero.minus(amount) : amount,
                Money::plus);
    }
}
