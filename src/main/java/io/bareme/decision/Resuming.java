package io.bareme.decision;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClockClass;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Verdict;
import io.bareme.affiliation.Affiliations;
import io.bareme.decision.Beneficiaries.Found;
import io.bareme.decision.Resolving.Case;
import io.bareme.exchange.ResolutionForm;
import io.bareme.journal.Entry;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Journal;
import io.bareme.journal.Outcome;
import io.bareme.journal.StoredDecision;
import io.bareme.rulebook.Rulebook;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Service;

/**
 * Decides a referred request once more with what a person decided on it: by the edition in force, on the rights as they
 * are known and the limits as they are now, what it reserved given back to it first; what a commitment promises of an
 * invoice, on the terms of the promise. The new decision takes the place of the referred one in the same transaction; its
 * amounts are the engine's.
 */
@Service
public final class Resuming {

    private final Rulebook rulebook;
    private final Beneficiaries beneficiaries;
    private final Journal journal;
    private final KeptEditions editions;
    private final Clock clock;
    private final Turns turns;

    Resuming(
            Rulebook rulebook,
            Affiliations affiliations,
            Journal journal,
            KeptEditions editions,
            Clock clock,
            Turns turns) {
        this.rulebook = rulebook;
        this.beneficiaries = new Beneficiaries(affiliations);
        this.journal = journal;
        this.editions = editions;
        this.clock = clock;
        this.turns = turns;
    }

    /** What came of a person's decision. */
    public sealed interface Answer {
        /** It is settled, in this decision. */
        sealed interface Settled extends Answer {
            StoredDecision decision();

            /** Whether the same request was answered so before. */
            default boolean before() {
                return this instanceof Known;
            }
        }

        /** Decided and recorded now. */
        record New(StoredDecision decision) implements Settled {}

        /** The same request was answered before; this is that answer. */
        record Known(StoredDecision decision) implements Settled {}

        /** It has that many lines, and not all that they refuse. */
        record NoSuchLine(int count) implements Answer {}

        /** The person used the key before with another body. */
        record KeyUsed() implements Answer {}

        /** Another person's to settle: a doctor's, or a handler's. That takes the scope. */
        record NotTheirs(boolean medical, String scope) implements Answer {}

        /** What it lacks is a field of the claim: it waits for who asked. */
        record Incomplete() implements Answer {}

        /** Who asked for it cancelled it. */
        record Cancelled() implements Answer {}

        /** It waits for nobody, or no longer. */
        record NotWaiting() implements Answer {}

        /** It would still wait, for these reasons; nothing was recorded. */
        record StillWaits(Set<String> reasons) implements Answer {}
    }

    /**
     * @param caller who may see what was referred
     * @param form what the person decided
     * @param key of the caller; the hash is of what was sent with it
     * @param taking what is done to the limits by what is decided
     */
    public Answer resume(
            Caller caller,
            StoredDecision referred,
            ResolutionForm form,
            String key,
            String bodyHash,
            Asked.Taking taking) {
        int count = referred.decision().lines().size();
        if (form.lines().stream().anyMatch(line -> line > count)) {
            return new Answer.NoSuchLine(count);
        }
        ClockClass waitsFor = referred.decision().clock();
        if (referred.decision().verdict() == Verdict.REFERRED
                && !caller.settles().contains(waitsFor)) {
            return new Answer.NotTheirs(waitsFor == ClockClass.DAY, Caller.toSettle(waitsFor));
        }
        // The asker's own, so that they find it as they found the first; a blank is in nobody's key.
        Idempotency request = new Idempotency(referred.client(), "by " + caller.client() + " " + key, bodyHash);
        Optional<Outcome> known = journal.known(caller.tenant(), request);
        if (known.isPresent()) {
            return answer(caller, known.get());
        }
        if (!waits(referred.decision())) {
            return new Answer.NotWaiting();
        }
        if (referred.decision().verdict() == Verdict.INCOMPLETE) {
            return ended(caller, referred, request).orElseGet(Answer.Incomplete::new);
        }
        Claim claim = referred.input().claim().with(form.on(referred.decision()));
        long began = System.nanoTime();
        Rights then = referred.input().rights();
        return turns.take(
                then == null ? Set.of() : then.households(),
                () -> decided(caller, referred, claim, request, taking, began));
    }

    /**
     * In the turn of the household: nobody else here moves its limits meanwhile.
     *
     * @param began of the JVM's nanoseconds
     */
    private Answer decided(
            Caller caller, StoredDecision referred, Claim claim, Idempotency request, Asked.Taking taking, long began) {
        Instant received = clock.instant();
        for (int tried = 0; tried < Deciding.TRIES; tried++) {
            Turns.pause(tried);
            Optional<Answer> ended = ended(caller, referred, request);
            Optional<Rights> rights = rights(caller, claim);
            Optional<EarlierDecisions> standing = EarlierDecisions.settled(journal, caller, referred, clock.instant());
            if (ended.isPresent() || rights.isEmpty() || standing.isEmpty()) {
                return ended.orElseGet(() -> new Answer.StillWaits(reasons(referred.decision())));
            }
            Case decided = decide(caller, referred, claim, rights.get(), standing.get());
            if (waits(decided.decision())) {
                return new Answer.StillWaits(reasons(decided.decision()));
            }
            Outcome outcome = record(caller, referred, request, received, decided, taking);
            if (outcome instanceof Outcome.Recorded) {
                DecisionMeasures.decided(claim.kind(), decided.decision().verdict(), System.nanoTime() - began);
            }
            if (!(outcome instanceof Outcome.Stale)) {
                return answer(caller, outcome);
            }
            DecisionMeasures.conflict();
        }
        throw new TransientDataAccessResourceException("Limits moved each time that a person's decision was recorded");
    }

    /** Why nobody is waited for any more; empty while somebody is. */
    private Optional<Answer> ended(Caller caller, StoredDecision referred, Idempotency request) {
        if (journal.cancelledRequests().of(caller.tenant(), referred.id()).isPresent()) {
            return Optional.of(new Answer.Cancelled());
        }
        return journal.supersederOf(caller.tenant(), referred.id())
                .map(_ -> journal.known(caller.tenant(), request)
                        .map(before -> answer(caller, before))
                        .orElseGet(Answer.NotWaiting::new));
    }

    private static boolean waits(Decision decision) {
        return decision.verdict() == Verdict.REFERRED || decision.verdict() == Verdict.INCOMPLETE;
    }

    private static Set<String> reasons(Decision decision) {
        return decision.lines().stream()
                .flatMap(line -> line.findings().stream())
                .filter(finding -> finding instanceof Finding.Refer || finding instanceof Finding.Require)
                .map(Finding::reason)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Rights> rights(Caller caller, Claim claim) {
        return beneficiaries.find(caller, claim.person(), Beneficiaries.days(claim), clock.instant())
                        instanceof Found.Known(Rights rights)
                ? Optional.of(rights)
                : Optional.empty();
    }

    private Case decide(Caller caller, StoredDecision referred, Claim claim, Rights rights, EarlierDecisions standing) {
        String tenant = caller.tenant();
        return new Resolving(
                        standing,
                        standing.limits(journal, tenant, claim, rights),
                        rights,
                        beneficiaries.promised(caller, claim, rights, standing.called()),
                        CareInvoicedBefore.of(
                                journal,
                                tenant,
                                claim,
                                referred.id(),
                                first -> first.client().equals(referred.client())),
                        rulebook.inForce(),
                        Resolving.promising(rulebook))
                .decide(claim);
    }

    /** Stale also when another edition took the place of the one that decided before its sources were kept. */
    private Outcome record(
            Caller caller,
            StoredDecision referred,
            Idempotency request,
            Instant received,
            Case decided,
            Asked.Taking taking) {
        if (!editions.keep(caller.tenant(), decided.decision().edition())) {
            return new Outcome.Stale();
        }
        return journal.record(new Entry(
                caller.tenant(),
                request,
                received,
                decided.input(),
                decided.decision(),
                Engine.VERSION,
                taking.of(decided.input().claim(), decided.decision(), received),
                referred.id(),
                decided.also()));
    }

    private Answer answer(Caller caller, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded ->
                new Answer.New(journal.find(caller.tenant(), recorded.id()).orElseThrow());
            case Outcome.AlreadyRecorded already -> new Answer.Known(already.stored());
            case Outcome.Conflict _ -> new Answer.KeyUsed();
            case Outcome.Busy _ ->
                throw new TransientDataAccessResourceException("Too many decisions wait to be recorded");
            case Outcome.Stale _ -> throw new IllegalStateException("What is stale is decided again");
        };
    }
}
