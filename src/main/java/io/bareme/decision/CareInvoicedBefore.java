package io.bareme.decision;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Dossier;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Payout;
import io.bareme.adjudication.Review;
import io.bareme.adjudication.Verdict;
import io.bareme.journal.InvoicedBefore;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares an invoice with those that stand: the same care is not paid twice, a person looks at what comes again. */
final class CareInvoicedBefore {

    private static final String REASON = "care-invoiced-before";

    private CareInvoicedBefore() {}

    /**
     * Null for a claim that is no invoice. A remainder repeats the care that it completes: it is compared with other
     * remainders, and with files that paid more than it says was paid already. A correction may be of what a remainder
     * completed, and is not compared with those. To be read
     * after what is used of limits: an invoice recorded in between then makes the decision stale.
     *
     * @param inPlaceOf the decision that this one takes the place of: it is not compared with itself
     * @param mayBeTold which decisions of others the client that it belongs to may be told of
     */
    static @Nullable List<InvoicedBefore> of(
            Journal journal,
            String tenant,
            Claim claim,
            @Nullable UUID inPlaceOf,
            Predicate<StoredDecision> mayBeTold) {
        if (claim.invoice() == null) {
            return null;
        }
        List<StoredDecision> others = others(journal, tenant, claim, inPlaceOf).stream()
                .filter(other -> isRemainder(claim)
                        || inPlaceOf == null
                        || !isRemainder(other.input().claim()))
                .toList();
        List<InvoicedBefore> found = new ArrayList<>();
        for (CareLine line : claim.lines()) {
            others.stream()
                    .filter(other -> has(other, line, isRemainder(claim)))
                    .findFirst()
                    .ifPresent(first -> found.add(before(line, first, mayBeTold.test(first))));
        }
        return found;
    }

    /** What stands on invoices about that care, but what the claim takes the place of. */
    static List<StoredDecision> others(Journal journal, String tenant, Claim claim, @Nullable UUID inPlaceOf) {
        return journal.care().invoicedAbout(tenant, claim).stream()
                .filter(other -> !other.id().equals(inPlaceOf))
                .toList();
    }

    private static boolean isRemainder(Claim claim) {
        return claim.dossier() == Dossier.REMAINDER;
    }

    private static InvoicedBefore before(CareLine line, StoredDecision first, boolean told) {
        Claim.Invoice invoice = first.input().claim().invoice();
        String number = invoice == null || !told ? null : invoice.number();
        return new InvoicedBefore(line.number(), first.id(), number);
    }

    private static boolean has(StoredDecision other, CareLine line, boolean remainder) {
        Claim before = other.input().claim();
        return before.lines().stream().filter(one -> same(one, line)).anyMatch(one -> {
            LineDecision decided = Settlement.line(other.decision(), one.number());
            boolean completed = remainder && !isRemainder(before) && isSaid(decided, line);
            return counts(decided) && !completed;
        });
    }

    /** Whether the line says at least what was paid. */
    private static boolean isSaid(LineDecision decided, CareLine line) {
        Money said = line.given().alreadyPaid();
        Payout payout = decided.payout();
        Money paid = payout == null
                ? decided.shares().complementary().plus(decided.shares().beyondCharge())
                : payout.of(Payout.Kind.PAY, line.charge().currency());
        return said != null && said.compareTo(paid) >= 0;
    }

    /** What was refused, or waits for a piece, was not paid and will not be as it is. */
    private static boolean counts(LineDecision line) {
        return line.verdict() != Verdict.REFUSED && line.verdict() != Verdict.INCOMPLETE;
    }

    /** A letter key alone is no act: B 60 and B 35 are two tests. */
    static boolean same(CareLine one, CareLine other) {
        return Called.sameCare(one, other) && one.date().equals(other.date()) && Called.sameCoefficient(one, other);
    }

    /** Each line that was found is left to a person, but what they said to be other care. */
    static Decision told(Decision decision, @Nullable List<InvoicedBefore> found, @Nullable Review review) {
        return found == null || found.isEmpty()
                ? decision
                : decision.finding(
                        found.stream().map(CareInvoicedBefore::finding).toList(), review);
    }

    private static Finding finding(InvoicedBefore before) {
        String invoice = before.invoice();
        Map<String, String> names = invoice == null
                ? Map.of("invoice", "", "decision", "")
                : Map.of("invoice", invoice, "decision", before.decision().toString());
        return new Finding.Refer(REASON, before.line(), REASON, names, false);
    }
}
