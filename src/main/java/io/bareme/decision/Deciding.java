package io.bareme.decision;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.affiliation.Affiliations;
import io.bareme.decision.Beneficiaries.Found;
import io.bareme.decision.Resolving.Case;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.CoverCheck;
import io.bareme.exchange.CoverForm;
import io.bareme.exchange.LineForm;
import io.bareme.exchange.Problem;
import io.bareme.exchange.StatedCover;
import io.bareme.journal.Commitment;
import io.bareme.journal.Consequences;
import io.bareme.journal.Effect;
import io.bareme.journal.Entry;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Input;
import io.bareme.journal.Journal;
import io.bareme.journal.OpenEntry;
import io.bareme.journal.Outcome;
import io.bareme.journal.StoredDecision;
import io.bareme.rulebook.Rulebook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Service;

/**
 * One claim in, one decision out: simulated without effect, or recorded with what it takes of the limits. A bug never
 * refuses a member: what fails unexpectedly is recorded as referred, and logged as an error.
 */
@Service
public final class Deciding {

    /** How often a decision is made anew when limits moved meanwhile; then the case pends, it never over-pays. */
    static final int TRIES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);

    private final Rulebook rulebook;
    private final Beneficiaries beneficiaries;
    private final Journal journal;
    private final KeptEditions editions;
    private final Clock clock;
    private final Turns turns;

    Deciding(
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

    /** What came of a simulation. */
    public sealed interface Simulation {
        /**
         * The claim as it was decided.
         *
         * @param consumption what was used or reserved of each limit before it
         */
        record Done(Claim claim, Consumption consumption, Decision decision) implements Simulation {}

        /** The cover names a product or level that the edition does not know. */
        record Refused(List<Problem> problems) implements Simulation {}
    }

    /** What came of a request to be recorded. */
    public sealed interface Answer {
        /**
         * Decided and recorded now.
         *
         * @param promise the commitment that was made; null when nothing is promised
         */
        record New(StoredDecision decision, @Nullable Commitment promise) implements Answer {}

        /** The same request was answered before; this is that answer. */
        record Known(StoredDecision decision) implements Answer {}

        /** The client used the key before with another body. */
        record KeyUsed() implements Answer {}

        /** What was decided before does not allow it; nothing was recorded. */
        record NotTaken(Overtaken why) implements Answer {}
    }

    /** What is wrong with the contracts stated in a claim under the edition in force. */
    public List<Problem> problems(StatedCover cover) {
        return CoverCheck.problems(cover, rulebook.inForce());
    }

    /** What a claim would give now; nothing is recorded, no limit moves. */
    public Simulation simulate(Caller caller, ClaimForm form) {
        Edition edition = rulebook.inForce();
        List<Problem> problems = CoverCheck.problems(StatedCover.of(form), edition);
        if (!problems.isEmpty()) {
            return new Simulation.Refused(problems);
        }
        Asked asked = new Asked(caller, form, "", "", (_, _, _) -> new Effect.Waits());
        Case decided = decide(asked, member(caller, form, clock.instant()), EarlierDecisions.NOTHING, edition);
        return new Simulation.Done(decided.input().claim(), decided.input().consumption(), decided.decision());
    }

    /**
     * Decides and records a claim, once per idempotency key of the caller. Most keys are new, so whether this one was
     * used is found when it is to be written: a request that comes again is decided in vain, and has its first answer.
     *
     * @throws RuntimeException when nothing can be recorded at all: the caller may send the same request again
     */
    public Answer decide(Asked asked) {
        Instant received = clock.instant();
        long began = System.nanoTime();
        Found found = found(asked, received);
        Set<String> concerned = found instanceof Found.Known(Rights rights) ? rights.households() : Set.of();
        return turns.take(concerned, () -> decided(asked, received, found, began));
    }

    /** Null when it cannot be read now. */
    private @Nullable Found found(Asked asked, Instant at) {
        try {
            return beneficiaries.find(asked.caller(), member(asked.form()), days(asked.form()), at);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /**
     * Decides in the turn of the household: nobody else here moves its limits meanwhile.
     *
     * @param found what was known of the beneficiary when the request came; read again when it is decided anew
     * @param began of the JVM's nanoseconds
     */
    private Answer decided(Asked asked, Instant received, @Nullable Found found, long began) {
        Case last = null;
        try {
            for (int tried = 0; tried < TRIES; tried++) {
                Turns.pause(tried);
                Instant now = clock.instant();
                Member member = tried == 0 && found != null
                        ? member(asked.form(), found)
                        : member(asked.caller(), asked.form(), now);
                EarlierDecisions.Look look = EarlierDecisions.at(journal, asked, member.claim(), now);
                if (look.overtaken() != null) {
                    return notTaken(asked, look.overtaken());
                }
                last = decide(asked, member, look.standing(), rulebook.inForce());
                Entry entry = entry(asked, received, last, look.standing().supersedes());
                Optional<UUID> since = journal.givenBackSince(entry);
                if (since.isPresent()) {
                    return notTaken(asked, new Overtaken.GivenBack(told(asked, since.get())));
                }
                Outcome outcome = record(entry);
                if (outcome instanceof Outcome.Recorded) {
                    DecisionMeasures.decided(
                            last.input().claim().kind(), last.decision().verdict(), System.nanoTime() - began);
                }
                if (!(outcome instanceof Outcome.Stale)) {
                    return answer(asked.caller(), outcome);
                }
                DecisionMeasures.conflict();
            }
            LOG.warn("Limits or the edition moved {} times while a case was decided; it pends", TRIES);
            return pend(asked, last, received, "counters-moved");
        } catch (RuntimeException failure) {
            if (Outage.caused(failure)) {
                throw failure;
            }
            LOG.error("A case could not be decided and recorded; it pends", failure);
            return pend(asked, last, received, Decider.ENGINE_FAILURE);
        }
    }

    /** What the same request, or another one with its key, was answered before; empty when it is new. */
    public Optional<Answer> known(Caller caller, String key, String bodyHash) {
        return known(caller, new Idempotency(caller.client(), key, bodyHash));
    }

    private Optional<Answer> known(Caller caller, Idempotency request) {
        return journal.known(caller.tenant(), request).map(outcome -> answer(caller, outcome));
    }

    /** A claim, for the person that it names, with what is known of them. */
    private record Member(Claim claim, Found found) {}

    private Member member(Caller caller, ClaimForm form, Instant now) {
        CoverForm cover = form.cover();
        if (cover != null) {
            Rights rights = cover.toRights();
            return new Member(form.toClaim(rights.person(), rights.scheme()), new Found.Known(rights));
        }
        return member(form, beneficiaries.find(caller, member(form), days(form), now));
    }

    private static Member member(ClaimForm form, Found found) {
        String member = member(form);
        return switch (found) {
            case Found.Known(Rights rights) -> new Member(form.toClaim(rights.person(), rights.scheme()), found);
            case Found.Nobody() -> new Member(form.toClaimOfUnknown(member), found);
            case Found.Unclear(String _, Scheme scheme) ->
                new Member(scheme == null ? form.toClaimOfUnknown(member) : form.toClaim(member, scheme), found);
        };
    }

    private Case decide(Asked asked, Member member, EarlierDecisions standing, Edition edition) {
        Claim claim = member.claim();
        return switch (member.found()) {
            case Found.Known(Rights rights) ->
                new Resolving(
                                standing,
                                consumption(asked, claim, rights, standing),
                                rights,
                                beneficiaries.promised(asked.caller(), claim, rights, standing.called()),
                                CareInvoicedBefore.of(
                                        journal,
                                        asked.tenant(),
                                        claim,
                                        asked.upon().inPlaceOf(),
                                        asked::mayName),
                                edition,
                                Resolving.promising(rulebook))
                        .decide(claim);
            case Found.Nobody() -> undecided(asked, claim, standing, Undecided.personUnknown(claim, edition.hash()));
            case Found.Unclear(String reason, Scheme _) ->
                undecided(asked, claim, standing, Undecided.pended(claim, reason, edition.hash()));
        };
    }

    private Consumption consumption(Asked asked, Claim claim, Rights rights, EarlierDecisions standing) {
        return asked.form().cover() != null
                ? Consumption.NONE
                : standing.limits(journal, asked.tenant(), claim, rights);
    }

    /** Nothing was computed; what the earlier decision took is given back all the same. */
    private Case undecided(Asked asked, Claim claim, EarlierDecisions standing, Decision decision) {
        List<OpenEntry> rows = standing.rows();
        Consumption consumption = rows.isEmpty() ? Consumption.NONE : journal.consumptionOf(asked.tenant(), rows);
        return new Case(new Input(claim, null, consumption), decision, standing.unused());
    }

    /**
     * Records that a person must take the case up; it reserves nothing and relies on no limit. One that would take the
     * place of another is not: the other stands, and the same request may come again.
     */
    private Answer pend(Asked asked, @Nullable Case last, Instant received, String reason) {
        if (asked.upon().inPlaceOf() != null) {
            throw new TransientDataAccessResourceException("Nothing takes the place of a decision that stands");
        }
        Input known = last == null
                ? new Input(asked.form().toClaimOfUnknown(member(asked.form())), null, Consumption.NONE)
                : new Input(last.input().claim(), last.input().rights(), Consumption.NONE);
        Decision decision =
                Undecided.pended(known.claim(), reason, rulebook.inForce().hash());
        return answer(
                asked.caller(), record(entry(asked, received, new Case(known, decision, Consequences.NONE), null)));
    }

    /** But what the same request had come to before. */
    private Answer notTaken(Asked asked, Overtaken why) {
        return known(asked.caller(), asked.idempotency()).orElseGet(() -> new Answer.NotTaken(why));
    }

    /** Null where the caller may not see it. */
    private @Nullable UUID told(Asked asked, UUID decision) {
        return journal.find(asked.tenant(), decision).map(asked::told).orElse(null);
    }

    private static Entry entry(Asked asked, Instant received, Case decided, @Nullable UUID supersedes) {
        if (supersedes != null && Decider.failed(decided.decision())) {
            throw new IllegalStateException("The engine failed on a claim that would take the place of " + supersedes);
        }
        return new Entry(
                asked.tenant(),
                asked.idempotency(),
                asked.client(),
                received,
                decided.input(),
                decided.decision(),
                Engine.VERSION,
                asked.effect().of(decided.input().claim(), decided.decision(), received),
                supersedes,
                decided.also());
    }

    /** Stale also when another edition took the place of the one that decided before its sources were kept. */
    private Outcome record(Entry entry) {
        return editions.keep(entry.tenant(), entry.decision().edition()) ? journal.record(entry) : new Outcome.Stale();
    }

    private Answer answer(Caller caller, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> new Answer.New(recorded.stored(), recorded.promise());
            case Outcome.AlreadyRecorded already -> new Answer.Known(already.stored());
            case Outcome.Conflict conflict -> new Answer.KeyUsed();
            case Outcome.Busy busy ->
                throw new TransientDataAccessResourceException("Too many decisions wait to be recorded");
            case Outcome.Stale stale -> throw new IllegalStateException("A case that relies on no limit went stale");
        };
    }

    private static TreeSet<LocalDate> days(ClaimForm form) {
        return form.lines().stream().map(LineForm::date).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String member(ClaimForm form) {
        String member = form.member();
        if (member == null) {
            throw new IllegalArgumentException("A recorded claim names a member");
        }
        return member;
    }
}
