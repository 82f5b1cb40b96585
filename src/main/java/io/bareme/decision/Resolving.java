package io.bareme.decision;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Review;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Verdict;
import io.bareme.journal.Consequences;
import io.bareme.journal.Input;
import io.bareme.journal.InvoicedBefore;
import io.bareme.journal.Promised;
import io.bareme.journal.Promised.Beyond;
import io.bareme.journal.Promised.Met;
import io.bareme.journal.PromisedLine;
import io.bareme.rulebook.Rulebook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides a claim on what it takes up of earlier decisions. Which lines of an invoice a commitment binds depends on what
 * they come to: the invoice is decided again until that stands, each time with one line less or more on its own.
 *
 * @param read what is used of limits, as it was read
 * @param invoicedBefore lines of an invoice whose care another had before; null for what is no invoice
 */
record Resolving(
        EarlierDecisions standing,
        Consumption read,
        Rights rights,
        Rights then,
        @Nullable List<InvoicedBefore> invoicedBefore,
        Edition edition,
        Function<String, Edition> promising) {

    /** A claim with what it was decided from, and what is written with it. */
    record Case(Input input, Decision decision, Consequences also) {}

    /** Finds the edition that made a promise. */
    static Function<String, Edition> promising(Rulebook rulebook) {
        return hash -> rulebook.byHash(hash)
                .orElseThrow(() -> new IllegalStateException("The edition " + hash + " that made a promise is lost"));
    }

    Case decide(Claim claim) {
        Consumption before = read.and(standing.givenBack());
        Called called = standing.called();
        if (called == null) {
            Input input = new Input(claim, rights, before, null, invoicedBefore);
            return new Case(input, Decider.decide(input, edition, promising), standing.itself());
        }
        return onCommitment(claim, before, called);
    }

    private Case onCommitment(Claim invoice, Consumption before, Called called) {
        Promised promised = apart(invoice, Meeting.of(called, invoice, then));
        boolean allPromised = promised.lines().stream().allMatch(met -> met.beyond() == null);
        Claim claim =
                allPromised ? invoice.silentAs(called.authorization().input().claim()) : invoice;
        Set<Integer> unpaid = new TreeSet<>();
        while (true) {
            Settlement settlement = Settlement.of(called, promised, unpaid);
            Claim asSettled = claim.with(reviewed(claim.review(), Settled.of(called, claim, promised)));
            Input input = new Input(asSettled, rights, before.and(settlement.freed()), promised, invoicedBefore);
            Decision decision = Decider.decide(input, edition, promising);
            Promised held = apart(claim, held(called, promised, decision));
            boolean settled = paid(decision);
            Set<Integer> refused = settled ? refused(settlement, decision) : Set.of();
            if (held.equals(promised) && refused.isEmpty()) {
                return new Case(
                        input,
                        decision,
                        settled ? standing.itself().and(settlement.written(decision)) : standing.unused());
            }
            promised = held;
            unpaid.addAll(refused);
        }
    }

    /** What a person decided on the invoice itself, after what was settled of the authorization. */
    private static @Nullable Review reviewed(@Nullable Review own, @Nullable Review before) {
        return own == null ? before : own.after(before);
    }

    private static boolean paid(Decision decision) {
        return decision.verdict() == Verdict.APPROVED
                || decision.verdict() == Verdict.APPROVED_IN_PART
                || decision.verdict() == Verdict.REFUSED;
    }

    private static Set<Integer> refused(Settlement settlement, Decision decision) {
        Set<Integer> refused = new HashSet<>();
        for (Met met : settlement.met()) {
            if (!Settlement.paid(Settlement.line(decision, met.line()))) {
                refused.add(met.line());
            }
        }
        return refused;
    }

    /** A line that comes to more than is left of its promise is decided on its own. */
    private static Promised held(Called called, Promised promised, Decision decision) {
        Map<Integer, Long> left = new HashMap<>();
        for (PromisedLine line : called.lines()) {
            left.put(line.number(), line.amountLeft().cents());
        }
        Promised held = promised;
        for (Met met : promised.lines()) {
            Integer of = met.of();
            if (of == null) {
                continue;
            }
            LineDecision line = Settlement.line(decision, met.line());
            long paid = line.shares().complementary().cents();
            if (met.beyond() == null && paid > left.getOrDefault(of, 0L)) {
                held = held.beyond(met.line(), Beyond.AMOUNT);
            }
            left.merge(of, -paid, Long::sum);
        }
        return held;
    }

    /** On other terms than those of today, lines that are settled together are all promised, or all on their own. */
    private Promised apart(Claim claim, Promised promised) {
        if (promised.edition().equals(edition.hash()) && promised.rights().equals(rights)) {
            return promised;
        }
        Set<String> beyond = new HashSet<>();
        for (CareLine line : claim.lines()) {
            if (line.group() != null && promised.met(line.number()).beyond() != null) {
                beyond.add(line.group());
            }
        }
        Promised apart = promised;
        for (CareLine line : claim.lines()) {
            String group = line.group();
            if (group != null
                    && beyond.contains(group)
                    && promised.met(line.number()).beyond() == null) {
                apart = apart.beyond(line.number(), Beyond.GROUP);
            }
        }
        return apart;
    }
}
