package io.bareme.journal;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Shares;
import io.bareme.values.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Decisions laid out as the columns of a statement: one array each, in the order of the decisions. */
final class Columns {

    private Columns() {}

    static Map<String, Object> ofDecisions(List<Pending> decisions) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("clients", texts(decisions, entry -> entry.idempotency().client()));
        columns.put("requests", texts(decisions, entry -> entry.idempotency().key()));
        columns.put("hashes", texts(decisions, entry -> entry.idempotency().bodyHash()));
        columns.put(
                "homes", texts(decisions, entry -> Households.home(entry.input().rights())));
        columns.put("persons", texts(decisions, entry -> claim(entry).person()));
        columns.put("kinds", texts(decisions, entry -> claim(entry).kind().name()));
        columns.put(
                "verdicts", texts(decisions, entry -> entry.decision().verdict().name()));
        columns.put("currencies", texts(decisions, Columns::currency));
        columns.put("charges", numbers(decisions, entry -> cents(entry.decision(), Shares::charge)));
        columns.put("complementaries", numbers(decisions, entry -> cents(entry.decision(), Shares::complementary)));
        columns.put("receipts", texts(decisions, entry -> entry.received().toString()));
        columns.put("editions", texts(decisions, entry -> entry.decision().edition()));
        columns.put("engines", texts(decisions, Entry::engine));
        columns.put("superseded", texts(decisions, entry -> text(entry.supersedes())));
        columns.put("effects", texts(decisions, entry -> name(entry.effect())));
        columns.put("expiries", texts(decisions, entry -> text(until(entry.effect()))));
        columns.put("inputs", bytes(decisions, entry -> CanonicalJson.bytes(entry.input())));
        columns.put("answers", bytes(decisions, entry -> CanonicalJson.bytes(entry.decision())));
        return columns;
    }

    static Map<String, Object> ofLimits(List<Pending> decisions) {
        Limits moved = new Limits();
        Limits relied = new Limits();
        for (int n = 0; n < decisions.size(); n++) {
            LimitsOfDecision limits = decisions.get(n).limits();
            for (Decision.Movement one : limits.moved()) {
                moved.add(n + 1, one.key(), one.amount().cents(), one.count(), one.version());
            }
            for (Map.Entry<String, Long> one : limits.relied().entrySet()) {
                relied.add(n + 1, one.getKey(), 0, 0, one.getValue());
            }
        }
        Map<String, Object> columns = new HashMap<>(moved.columns("moved"));
        columns.putAll(relied.columns("relied"));
        return columns;
    }

    /** Limits, each with the number of the decision that moves it or relies on it. */
    private static final class Limits {
        private final List<Long> decisions = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final List<Long> cents = new ArrayList<>();
        private final List<Long> counts = new ArrayList<>();
        private final List<Long> versions = new ArrayList<>();

        void add(long decision, String key, long cents, long count, long version) {
            decisions.add(decision);
            keys.add(key);
            this.cents.add(cents);
            counts.add(count);
            versions.add(version);
        }

        Map<String, Object> columns(String prefix) {
            return Map.of(
                    prefix + "By", array(decisions),
                    prefix + "Households", keys.stream().map(Households::ofKey).toArray(String[]::new),
                    prefix + "Keys", keys.toArray(String[]::new),
                    prefix + "Cents", array(cents),
                    prefix + "Counts", array(counts),
                    prefix + "Versions", array(versions));
        }

        private static long[] array(List<Long> numbers) {
            return numbers.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private static Claim claim(Entry entry) {
        return entry.input().claim();
    }

    private static String currency(Entry entry) {
        return claim(entry).lines().getFirst().charge().currency().name();
    }

    private static String name(Effect effect) {
        return switch (effect) {
            case Effect.Consumes() -> "consumption";
            case Effect.Reserves _ -> "reservation";
        };
    }

    private static @Nullable Instant until(Effect effect) {
        return switch (effect) {
            case Effect.Consumes() -> null;
            case Effect.Reserves(Instant until) -> until;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String[] texts(List<Pending> decisions, Function<Entry, @Nullable String> of) {
        return decisions.stream().map(Pending::entry).map(of).toArray(String[]::new);
    }

    private static long[] numbers(List<Pending> decisions, ToLongFunction<Entry> of) {
        return decisions.stream().map(Pending::entry).mapToLong(of).toArray();
    }

    private static byte[][] bytes(List<Pending> decisions, Function<Entry, byte[]> of) {
        return decisions.stream().map(Pending::entry).map(of).toArray(byte[][]::new);
    }

    private static long cents(Decision decision, Function<Shares, Money> share) {
        return decision.lines().stream()
                .map(line -> share.apply(line.shares()).cents())
                .reduce(0L, Math::addExact);
    }
}
