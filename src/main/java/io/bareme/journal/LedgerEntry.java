package io.bareme.journal;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Rights;
import io.bareme.values.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row to be written in the ledger.
 *
 * @param line of the decision; null where it does not tell its lines apart
 * @param decision the earlier one that it is of; null for the one being recorded
 * @param cancels the row that it cancels
 */
record LedgerEntry(
        String key,
        @Nullable Integer line,
        String kind,
        Money amount,
        int count,
        @Nullable UUID decision,
        @Nullable Long cancels,
        @Nullable Instant expires) {

    private static final String RESERVATION = "reservation";
    private static final String CONSUMPTION = "consumption";
    private static final String RESTITUTION = "restitution";
    private static final String RELEASE = "release";
    private static final String REVERSAL = "reversal";

    /** Everything that an entry writes there. */
    static List<LedgerEntry> of(Entry entry) {
        List<LedgerEntry> rows = new ArrayList<>();
        String kind = kind(entry.effect());
        if (kind != null) {
            rows.addAll(taken(entry.decision(), kind, until(entry.effect())));
        }
        if (entry.effect() instanceof Effect.Consumes) {
            compared(entry.input()).ifPresent(rows::add);
        }
        entry.also().undone().forEach(open -> rows.add(undoing(open)));
        entry.also().kept().forEach(kept -> rows.add(again(kept)));
        return rows;
    }

    /** It takes nothing: what was compared with a person's invoices must still be compared with all of them. */
    private static Optional<LedgerEntry> compared(Input input) {
        Rights rights = input.rights();
        if (rights == null || input.invoicedBefore() == null) {
            return Optional.empty();
        }
        Money none = Money.zero(input.claim().lines().getFirst().charge().currency());
        String key = Households.invoices(rights, none.currency());
        return Optional.of(new LedgerEntry(key, null, CONSUMPTION, none, 0, null, null, null));
    }

    /** Whether it is of care to come. */
    boolean reserves() {
        return kind.equals(RESERVATION) || kind.equals(RELEASE);
    }

    private static @Nullable String kind(Effect effect) {
        return switch (effect) {
            case Effect.Consumes() -> CONSUMPTION;
            case Effect.Reserves _, Effect.Promises _ -> RESERVATION;
            case Effect.Waits() -> null;
        };
    }

    static @Nullable Instant until(Effect effect) {
        return switch (effect) {
            case Effect.Reserves(Instant until) -> until;
            case Effect.Promises promise -> Effect.expiry(promise.lastDay());
            case Effect.Consumes(), Effect.Waits() -> null;
        };
    }

    /** Line by line; in one row for the claim where a limit's lines are not told apart. */
    private static List<LedgerEntry> taken(Decision decision, String kind, @Nullable Instant until) {
        List<LedgerEntry> rows = new ArrayList<>();
        for (Decision.Movement whole : decision.movements()) {
            List<LedgerEntry> lines = new ArrayList<>();
            for (LineDecision line : decision.lines()) {
                decision.movementsOf(line).stream()
                        .filter(movement -> movement.key().equals(whole.key()))
                        .forEach(movement -> lines.add(row(movement, line.number(), kind, until)));
            }
            boolean apart = !lines.isEmpty() && sum(lines) == whole.amount().cents();
            (apart ? lines : List.of(row(whole, null, kind, until))).forEach(row -> rows.addAll(row.signed()));
        }
        return rows;
    }

    /** What it takes, and what it gives back of what was consumed: what care to come may give back stays until then. */
    private List<LedgerEntry> signed() {
        Money taken = amount.orZero();
        int counted = Math.max(count, 0);
        return Stream.of(of(kind, taken, counted, expires), of(RESTITUTION, amount.minus(taken), count - counted, null))
                .filter(row -> !row.amount().isZero() || row.count() != 0)
                .filter(row -> kind.equals(CONSUMPTION) || row.kind().equals(kind))
                .toList();
    }

    private LedgerEntry of(String kind, Money amount, int count, @Nullable Instant expires) {
        return new LedgerEntry(key, line, kind, amount, count, decision, cancels, expires);
    }

    private static long sum(List<LedgerEntry> rows) {
        return rows.stream().mapToLong(row -> row.amount().cents()).sum();
    }

    private static LedgerEntry row(
            Decision.Movement movement, @Nullable Integer line, String kind, @Nullable Instant until) {
        return new LedgerEntry(movement.key(), line, kind, movement.amount(), movement.count(), null, null, until);
    }

    private static LedgerEntry undoing(OpenEntry open) {
        Money none = Money.zero(open.amount().currency());
        String kind = open.reserved() ? RELEASE : REVERSAL;
        return new LedgerEntry(
                open.key(),
                open.line(),
                kind,
                none.minus(open.amount()),
                -open.count(),
                open.decision(),
                open.id(),
                null);
    }

    private static LedgerEntry again(Consequences.Kept kept) {
        return new LedgerEntry(
                kept.key(), kept.line(), RESERVATION, kept.amount(), kept.count(), kept.decision(), null, kept.until());
    }
}
