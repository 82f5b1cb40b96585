package io.bareme.decision;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Verdict;
import io.bareme.journal.Commitment;
import io.bareme.journal.CommitmentEvent;
import io.bareme.journal.CommitmentUse;
import io.bareme.journal.Consequences;
import io.bareme.journal.Consequences.Change;
import io.bareme.journal.Consequences.Kept;
import io.bareme.journal.Consequences.Use;
import io.bareme.journal.OpenEntry;
import io.bareme.journal.Promised;
import io.bareme.journal.Promised.Met;
import io.bareme.journal.PromisedLine;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an invoice moves of the commitment that it calls on: what the lines it meets reserve is free for it, but for the
 * part of the units that are left; afterwards that part stays reserved, less what was taken beyond it.
 *
 * @param met the lines of the claim that use the promise, with how they do
 */
record Settlement(Called called, List<Met> met) {

    /** @param without lines that are not paid, and use nothing */
    static Settlement of(Called called, Promised promised, Set<Integer> without) {
        return new Settlement(
                called,
                promised.lines().stream()
                        .filter(one -> one.of() != null && !without.contains(one.line()))
                        .toList());
    }

    /** What is written where nothing of a commitment is used, but what a corrected invoice had used is returned to it. */
    static Consequences returned(Called called) {
        return new Settlement(called, List.of()).written(called.authorization().decision());
    }

    /** @param decision on the claim whose lines met the commitment */
    Consequences written(Decision decision) {
        return new Consequences(undone(), kept(decision), changes(), uses(decision));
    }

    /** Units and money together. */
    private record Sum(long cents, int count) {
        static final Sum NOTHING = new Sum(0, 0);

        Sum and(Sum other) {
            return new Sum(cents + other.cents, count + other.count);
        }

        Sum less(Sum other) {
            return new Sum(cents - other.cents, count - other.count);
        }

        Sum min(Sum other) {
            return new Sum(Math.min(cents, other.cents), Math.min(count, other.count));
        }

        /** Money is shared evenly among the units; of a number each takes its whole, the first first. */
        Sum part(int of, int whole) {
            int each = Math.ceilDiv(count, whole);
            return new Sum(cents * of / whole, Math.max(0, count - each * (whole - of)));
        }

        Sum orNothing() {
            return new Sum(Math.max(0, cents), Math.max(0, count));
        }

        boolean isNothing() {
            return cents == 0 && count == 0;
        }
    }

    /** What is given back of limits before the claim is decided. */
    List<Decision.Movement> freed() {
        List<Decision.Movement> freed = new ArrayList<>();
        for (PromisedLine line : touched()) {
            Map<String, Sum> reserved = reserved(line);
            Map<String, Sum> stays = stays(line);
            Set<String> keys = new TreeSet<>(reserved.keySet());
            keys.addAll(stays.keySet());
            for (String key : keys) {
                Sum back = at(reserved, key).less(at(stays, key));
                freed.add(new Decision.Movement(key, money(line, -back.cents()), -back.count(), 0));
            }
        }
        return freed;
    }

    /** The rows of the commitment's that are cancelled. */
    private List<OpenEntry> undone() {
        Set<Integer> lines = new TreeSet<>();
        touched().forEach(line -> lines.add(line.number()));
        boolean usedUp = called.lines().stream().allMatch(line -> left(line) == 0);
        return called.reserved().stream()
                .filter(row -> row.line() == null ? usedUp : lines.contains(row.line()))
                .toList();
    }

    /** What stays reserved once the claim has taken what it takes. */
    private List<Kept> kept(Decision decision) {
        List<Kept> kept = new ArrayList<>();
        for (PromisedLine line : touched()) {
            Map<String, Sum> consumed = consumed(line, decision);
            Map<String, Sum> promised = promised(line);
            stays(line).forEach((key, stays) -> {
                Sum keep = stays.min(at(promised, key).less(at(consumed, key))).orNothing();
                if (!keep.isNothing()) {
                    kept.add(new Kept(
                            called.commitment().decision(),
                            line.number(),
                            key,
                            money(line, keep.cents()),
                            keep.count(),
                            called.commitment().expires()));
                }
            });
        }
        return kept;
    }

    private List<Use> uses(Decision decision) {
        Map<Integer, Money> left = new HashMap<>();
        called.lines().forEach(line -> left.put(line.number(), line.unused()));
        List<Use> uses = new ArrayList<>();
        for (Met one : met) {
            LineDecision line = line(decision, one.line());
            Integer of = one.of();
            Integer quantity = one.quantity();
            if (of != null && quantity != null && paid(line)) {
                Money paid = line.shares().complementary();
                Money promised = paid.min(left.getOrDefault(of, Money.zero(paid.currency())));
                left.merge(of, EarlierDecisions.negative(promised), Money::plus);
                uses.add(new Use(
                        called.commitment().number(),
                        called.commitment().household(),
                        of,
                        one.line(),
                        quantity,
                        promised));
            }
        }
        return uses;
    }

    /** What becomes of the commitment; nothing where nothing of it is used or returned. */
    private List<Change> changes() {
        if (!called.stands() || met.isEmpty() && called.returned().isEmpty()) {
            return List.of();
        }
        boolean usedUp = called.lines().stream().allMatch(line -> left(line) == 0);
        boolean unused = met.isEmpty() && called.uses().isEmpty();
        Commitment.Status status = usedUp
                ? Commitment.Status.USED_UP
                : !called.reserves()
                        ? Commitment.Status.EXPIRED
                        : unused ? Commitment.Status.VALID : Commitment.Status.USED;
        CommitmentEvent.Kind kind = met.isEmpty()
                ? CommitmentEvent.Kind.RETURNED
                : usedUp ? CommitmentEvent.Kind.USED_UP : CommitmentEvent.Kind.USED;
        return List.of(new Change(called.commitment(), kind, status, null));
    }

    /** Whether a line's verdict lets it use the promise. */
    static boolean paid(LineDecision line) {
        return line.verdict() == Verdict.APPROVED || line.verdict() == Verdict.APPROVED_IN_PART;
    }

    static LineDecision line(Decision decision, int number) {
        return decision.lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The lines of the commitment that something is used of, or returned to. */
    private List<PromisedLine> touched() {
        Set<Integer> numbers = new TreeSet<>();
        met.forEach(one -> {
            if (one.of() != null) {
                numbers.add(one.of());
            }
        });
        called.returned().forEach(use -> numbers.add(use.line()));
        return called.lines().stream()
                .filter(line -> numbers.contains(line.number()))
                .toList();
    }

    /** How many units are left after the invoice. */
    private int left(PromisedLine line) {
        int now = 0;
        for (Met one : met) {
            Integer of = one.of();
            Integer quantity = one.quantity();
            now += of != null && of == line.number() && quantity != null ? quantity : 0;
        }
        return Math.max(0, line.left() - now);
    }

    /** What the promise took of each limit. */
    private Map<String, Sum> promised(PromisedLine line) {
        Map<String, Sum> promised = new TreeMap<>();
        called.authorization()
                .decision()
                .movementsOf(line.decided())
                .forEach(one -> promised.merge(one.key(), sum(one), Sum::and));
        return promised;
    }

    private Map<String, Sum> reserved(PromisedLine line) {
        Map<String, Sum> reserved = new TreeMap<>();
        called.reserved().stream()
                .filter(row -> row.line() != null && row.line() == line.number())
                .forEach(row -> reserved.merge(row.key(), sum(row), Sum::and));
        return reserved;
    }

    /** The part of the units left, but never more than the commitment held: others may have taken what it gave back. */
    private Map<String, Sum> stays(PromisedLine line) {
        Map<String, Sum> held = reserved(line);
        taken(called.returned(), line).forEach((key, sum) -> held.merge(key, sum, Sum::and));
        Map<String, Sum> used = taken(called.uses(), line);
        Map<String, Sum> stays = new TreeMap<>();
        if (called.reserves()) {
            CareLine asked = line.line();
            promised(line)
                    .forEach((key, whole) -> stays.put(
                            key,
                            whole.part(left(line), asked.quantity())
                                    .min(at(held, key))
                                    .min(whole.less(at(used, key)))
                                    .orNothing()));
        }
        return stays;
    }

    /** What invoices have taken of each limit for a line, this one included. */
    private Map<String, Sum> consumed(PromisedLine line, Decision decision) {
        Map<String, Sum> consumed = taken(called.uses(), line);
        for (Met one : met) {
            Integer of = one.of();
            if (of != null && of == line.number()) {
                decision.movementsOf(line(decision, one.line()))
                        .forEach(movement -> consumed.merge(movement.key(), sum(movement), Sum::and));
            }
        }
        return consumed;
    }

    private Map<String, Sum> taken(List<CommitmentUse> uses, PromisedLine line) {
        Map<String, Sum> taken = new TreeMap<>();
        for (CommitmentUse use : uses) {
            if (use.line() == line.number()) {
                called.taken().getOrDefault(use.decision(), List.of()).stream()
                        .filter(row -> row.line() != null && row.line() == use.decisionLine())
                        .forEach(row -> taken.merge(row.key(), sum(row), Sum::and));
            }
        }
        return taken;
    }

    private static Sum at(Map<String, Sum> sums, String key) {
        return sums.getOrDefault(key, Sum.NOTHING);
    }

    private static Sum sum(Decision.Movement movement) {
        return new Sum(movement.amount().cents(), movement.count());
    }

    private static Sum sum(OpenEntry row) {
        return new Sum(row.amount().cents(), row.count());
    }

    private static Money money(PromisedLine line, long cents) {
        return new Money(cents, line.line().charge().currency());
    }
}
