package io.bareme.resequencing;

import io.bareme.adjudication.Rights;
import io.bareme.decision.Caller;
import io.bareme.decision.Engine;
import io.bareme.journal.CareGiven;
import io.bareme.journal.Consequences;
import io.bareme.journal.Effect;
import io.bareme.journal.Entry;
import io.bareme.journal.Idempotency;
import io.bareme.journal.InTurnOutcome;
import io.bareme.journal.Journal;
import io.bareme.journal.OpenEntry;
import io.bareme.journal.OutOfOrder;
import io.bareme.journal.Outcome;
import io.bareme.journal.StoredDecision;
import io.bareme.resequencing.Resequencing.Stays;
import io.bareme.rulebook.Rulebook;
import io.bareme.values.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Service;

/**
 * Care that came out of the order of its days: which decisions of the household would come out otherwise had it come in
 * order, and their correction once somebody approves it. Nothing is kept of a proposal: it is worked out each time.
 */
@Service
public final class Resequencings {

    private static final Logger LOG = LoggerFactory.getLogger(Resequencings.class);

    /** How often an approval is worked out anew when limits move meanwhile. */
    private static final int TRIES = 20;

    private final Journal journal;
    private final Rulebook rulebook;
    private final Clock clock;

    Resequencings(Journal journal, Rulebook rulebook, Clock clock) {
        this.journal = journal;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** What came of an approval. */
    public sealed interface Approval {
        /**
         * Corrected, for good.
         *
         * @param decisions those that took the place of others, in the order of the days of care
         */
        record Applied(List<StoredDecision> decisions) implements Approval {}

        /** The same approval was given before; those are the decisions that it made. */
        record Known(List<StoredDecision> decisions) implements Approval {}

        /** The client used the key before for something else. */
        record KeyUsed() implements Approval {}

        /** Something has moved since: this is what would change now. */
        record Changed(Resequencing now) implements Approval {}
    }

    /**
     * What a decision on care makes others come out otherwise; empty when care came in order, or the order changes
     * nothing.
     */
    public Optional<Resequencing> after(String tenant, StoredDecision decision) {
        return late(tenant, decision).filter(found -> !found.corrections().isEmpty());
    }

    /** Empty when no later care was known when the decision was recorded. */
    private Optional<Resequencing> late(String tenant, StoredDecision decision) {
        Rights rights = decision.input().rights();
        if (rights == null
                || !journal.care()
                        .isLater(
                                tenant,
                                rights.households(),
                                decision.input().claim().firstCare(),
                                decision.position())) {
            return Optional.empty();
        }
        return Optional.of(inOrder(tenant, decision, rights));
    }

    /**
     * What is told of a decision whose care came late; empty where there is nothing to tell. It is worked out once, when
     * the decision is answered, and written down, so that the same request has the same answer; where a service died in
     * between, by whoever asks next. It never fails a decision that is recorded: what cannot be told is logged.
     */
    public Optional<OutOfOrder> told(String tenant, StoredDecision decision) {
        try {
            Optional<OutOfOrder> told = journal.care().told(tenant, decision.id());
            if (told.isEmpty()) {
                Optional<Resequencing> late = late(tenant, decision);
                late.ifPresent(found -> journal.care().tell(tenant, decision.id(), told(decision, found)));
                told = late.isEmpty() ? told : journal.care().told(tenant, decision.id());
            }
            return told.filter(found -> !found.isNothing());
        } catch (RuntimeException failure) {
            LOG.error("What care out of order changes could not be told of {}", decision.id(), failure);
            return Optional.empty();
        }
    }

    private static OutOfOrder told(StoredDecision decision, Resequencing found) {
        int corrections = found.corrections().size();
        Money nothing =
                Money.zero(decision.input().claim().lines().getFirst().charge().currency());
        return new OutOfOrder(corrections, corrections == 0 ? nothing : found.net(), found.files());
    }

    /** As things stand now; empty when there is no such decision, or the caller may not see all that is concerned. */
    public Optional<Resequencing> find(Caller caller, UUID id) {
        return journal.find(caller.tenant(), id)
                .filter(found -> caller.maySee(found.client()))
                .flatMap(found -> Optional.ofNullable(found.input().rights())
                        .map(rights -> inOrder(caller.tenant(), found, rights)))
                .filter(found -> found.corrections().stream()
                        .allMatch(one -> caller.maySee(one.was().client())));
    }

    /**
     * Corrects everything that was seen, in one transaction, or nothing; once per idempotency key of the caller. Each
     * correction belongs to the client that sent what it corrects.
     *
     * @param version of what was seen
     * @param bodyHash of the request as it was sent
     * @return empty where {@link #find} is
     */
    public Optional<Approval> approve(Caller caller, UUID id, String version, String key, String bodyHash) {
        Idempotency request = new Idempotency(caller.client(), key, bodyHash);
        Optional<Approval> known = journal.known(caller.tenant(), request).map(outcome -> known(caller, key, outcome));
        if (known.isPresent()) {
            return known;
        }
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Resequencing> found = find(caller, id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Resequencing now = found.get();
            if (now.corrections().isEmpty() || !now.version().equals(version)) {
                return Optional.of(new Approval.Changed(now));
            }
            Optional<Approval> done = apply(caller, now, request);
            if (done.isPresent()) {
                return done;
            }
        }
        throw new TransientDataAccessResourceException("Limits moved " + TRIES + " times while care was put in order");
    }

    /** Empty when a limit moved since it was read. */
    private Optional<Approval> apply(Caller caller, Resequencing now, Idempotency request) {
        Instant received = clock.instant();
        List<Entry> entries = new ArrayList<>();
        for (Correction one : now.corrections()) {
            entries.add(entry(caller.tenant(), request.part(entries.size() + 1), received, one));
        }
        return switch (journal.recordInTurn(entries)) {
            case InTurnOutcome.Recorded _ -> Optional.of(new Approval.Applied(made(caller, request.key())));
            case InTurnOutcome.Not(Outcome.Stale _) -> Optional.empty();
            case InTurnOutcome.Not(Outcome why) -> Optional.of(known(caller, request.key(), why));
        };
    }

    private static Entry entry(String tenant, Idempotency request, Instant received, Correction one) {
        return new Entry(
                tenant,
                request,
                one.was().client(),
                received,
                one.was().input().reading(one.read()),
                one.now(),
                Engine.VERSION,
                new Effect.Consumes(),
                one.was().id(),
                new Consequences(one.was().taken(), List.of(), List.of(), List.of()));
    }

    private Approval known(Caller caller, String key, Outcome outcome) {
        return switch (outcome) {
            case Outcome.AlreadyRecorded _ -> new Approval.Known(made(caller, key));
            case Outcome.Conflict _ -> new Approval.KeyUsed();
            case Outcome.Recorded _, Outcome.Stale _, Outcome.Busy _ ->
                throw new IllegalStateException("What was recorded under a key is known: " + outcome);
        };
    }

    private List<StoredDecision> made(Caller caller, String key) {
        return journal.recordedUnder(caller.tenant(), caller.client(), key);
    }

    private Resequencing inOrder(String tenant, StoredDecision decision, Rights rights) {
        CareGiven given = careOf(tenant, rights);
        Map<UUID, List<OpenEntry>> taken = given.taken().stream().collect(Collectors.groupingBy(OpenEntry::decision));
        List<StandingDecision> care = new ArrayList<>();
        for (CareGiven.Standing one : given.decisions()) {
            care.add(StandingDecision.of(
                    one.decision(),
                    one.first(),
                    taken.getOrDefault(one.decision().id(), List.of())));
        }
        care.removeIf(one -> one.rights() == null || !one.isSettled() && !one.waitsForItsPlace());
        care.sort(StandingDecision.ORDER);
        Editions editions = new Editions(rulebook);
        InOrder order = new InOrder(given.consumption(), care, editions.staying(care), editions::decide);
        List<Correction> corrections = order.corrections();
        LocalDate first = decision.input().claim().firstCare();
        int files = (int) care.stream()
                .filter(one -> order.staying().get(one.id()) == Stays.FILE)
                .filter(one -> !one.firstCare().isBefore(first))
                .count();
        return new Resequencing(decision.id(), corrections, order.staying(), files, given.more());
    }

    /** Of every household whose limits this care may move, and those that care of theirs moves in turn. */
    private CareGiven careOf(String tenant, Rights rights) {
        Set<String> households = new HashSet<>(rights.households());
        while (true) {
            CareGiven given = journal.care().given(tenant, households, Resequencing.MOST);
            boolean all = true;
            for (CareGiven.Standing one : given.decisions()) {
                Rights theirs = one.decision().input().rights();
                all &= theirs == null || !households.addAll(theirs.households());
            }
            if (all) {
                return given;
            }
        }
    }
}
