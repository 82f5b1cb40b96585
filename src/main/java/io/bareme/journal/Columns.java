package io.bareme.journal;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Shares;
import io.bareme.values.Money;
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
        columns.put("clients", ofEach(decisions, Entry::client));
        columns.put("askers", ofEach(decisions, entry -> entry.idempotency().client()));
        columns.put("requests", ofEach(decisions, entry -> entry.idempotency().key()));
        columns.put("hashes", ofEach(decisions, entry -> entry.idempotency().bodyHash()));
        columns.put(
                "homes",
                ofEach(decisions, entry -> Households.home(entry.input().rights())));
        columns.put("persons", ofEach(decisions, entry -> claim(entry).person()));
        columns.put("kinds", ofEach(decisions, entry -> claim(entry).kind().name()));
        columns.put(
                "verdicts",
                ofEach(decisions, entry -> entry.decision().verdict().name()));
        columns.put("currencies", ofEach(decisions, Columns::currency));
        columns.put("charges", numbers(decisions, entry -> cents(entry.decision(), Shares::charge)));
        columns.put("complementaries", numbers(decisions, entry -> cents(entry.decision(), Shares::complementary)));
        columns.put("receipts", ofEach(decisions, entry -> entry.received().toString()));
        columns.put("editions", ofEach(decisions, entry -> entry.decision().edition()));
        columns.put("engines", ofEach(decisions, Entry::engine));
        columns.put("superseded", ofEach(decisions, entry -> text(entry.supersedes())));
        columns.put(
                "providers",
                ofEach(decisions, entry -> billed(entry, claim(entry).provider().id())));
        columns.put("invoices", ofEach(decisions, entry -> billed(entry, invoice(entry))));
        columns.put("calledOn", ofEach(decisions, Columns::calledOn));
        columns.put("care", ofEach(decisions, entry -> text(claim(entry).firstCare())));
        columns.put("lastCare", ofEach(decisions, entry -> text(claim(entry).lastCare())));
        columns.put("inputs", bytes(decisions, pending -> pending.input().bytes()));
        columns.put("answers", bytes(decisions, pending -> pending.decision().bytes()));
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

    static Map<String, Object> ofLedger(List<Pending> decisions) {
        List<Numbered<LedgerEntry>> rows =
                numbered(decisions, pending -> pending.limits().rows());
        Map<String, Object> columns = new HashMap<>();
        columns.put("rowsBy", numbers(rows));
        columns.put("rowsHouseholds", texts(rows, row -> Households.ofKey(row.key())));
        columns.put("rowsKeys", texts(rows, LedgerEntry::key));
        columns.put("rowsLines", texts(rows, row -> text(row.line())));
        columns.put("rowsKinds", texts(rows, LedgerEntry::kind));
        columns.put("rowsCents", longs(rows, row -> row.amount().cents()));
        columns.put("rowsCounts", longs(rows, LedgerEntry::count));
        columns.put("rowsDecisions", texts(rows, row -> text(row.decision())));
        columns.put("rowsCancel", texts(rows, row -> text(row.cancels())));
        columns.put("rowsExpire", texts(rows, row -> text(row.expires())));
        return columns;
    }

    /** What rows move of what is consumed. */
    static Map<String, Object> ofConsumption(List<LedgerEntry> rows) {
        Limits moved = new Limits();
        rows.stream()
                .filter(row -> !row.reserves())
                .forEach(row -> moved.add(0, row.key(), row.amount().cents(), row.count(), 0));
        return moved.columns("consumed");
    }

    static Map<String, Object> ofCommitments(List<Pending> decisions) {
        List<Numbered<Effect.Promises>> made = numbered(
                decisions,
                pending -> pending.entry().effect() instanceof Effect.Promises promise ? List.of(promise) : List.of());
        List<Numbered<Consequences.Change>> changes =
                numbered(decisions, pending -> pending.entry().also().changes());
        List<Numbered<Consequences.Use>> uses =
                numbered(decisions, pending -> pending.entry().also().uses());
        Map<String, Object> columns = new HashMap<>();
        columns.put("madeBy", numbers(made));
        columns.put("madeNumbers", texts(made, Effect.Promises::number));
        columns.put("madeFirst", texts(made, promise -> text(promise.firstDay())));
        columns.put("madeLast", texts(made, promise -> text(promise.lastDay())));
        columns.put("madeExpire", texts(made, promise -> text(Effect.expiry(promise.lastDay()))));
        columns.put("changesBy", numbers(changes));
        columns.put("changesOf", texts(changes, change -> change.of().number()));
        columns.put("changesHouseholds", texts(changes, change -> change.of().household()));
        columns.put("changesVersions", longs(changes, change -> change.of().version()));
        columns.put("changesKinds", texts(changes, change -> change.kind().word()));
        columns.put("changesStatuses", texts(changes, change -> change.status().word()));
        columns.put("changesReasons", texts(changes, Consequences.Change::reason));
        columns.put("usesBy", numbers(uses));
        columns.put("usesOf", texts(uses, Consequences.Use::commitment));
        columns.put("usesHouseholds", texts(uses, Consequences.Use::household));
        columns.put("usesLines", longs(uses, Consequences.Use::line));
        columns.put("usesClaimLines", longs(uses, Consequences.Use::claimLine));
        columns.put("usesQuantities", longs(uses, Consequences.Use::quantity));
        columns.put("usesCents", longs(uses, use -> use.amount().cents()));
        return columns;
    }

    /** Something of the decision of that number in the batch, from 1. */
    private record Numbered<T>(long number, T value) {}

    private static <T> List<Numbered<T>> numbered(List<Pending> decisions, Function<Pending, List<T>> of) {
        List<Numbered<T>> all = new ArrayList<>();
        for (int n = 0; n < decisions.size(); n++) {
            long number = n + 1L;
            of.apply(decisions.get(n)).forEach(one -> all.add(new Numbered<>(number, one)));
        }
        return all;
    }

    private static <T> long[] numbers(List<Numbered<T>> rows) {
        return rows.stream().mapToLong(Numbered::number).toArray();
    }

    private static <T> long[] longs(List<Numbered<T>> rows, ToLongFunction<T> of) {
        return rows.stream().map(Numbered::value).mapToLong(of).toArray();
    }

    private static <T> @Nullable String[] texts(List<Numbered<T>> rows, Function<T, @Nullable String> of) {
        return rows.stream().map(Numbered::value).map(of).toArray(String[]::new);
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

    /** Only what an invoice says. */
    private static @Nullable String billed(Entry entry, @Nullable String value) {
        return claim(entry).invoice() == null ? null : value;
    }

    private static @Nullable String invoice(Entry entry) {
        Claim.Invoice invoice = claim(entry).invoice();
        return invoice == null ? null : invoice.number();
    }

    /** As it is kept, where it can be a number. */
    private static @Nullable String calledOn(Entry entry) {
        Claim.Invoice invoice = claim(entry).invoice();
        String commitment = invoice == null ? null : invoice.commitment();
        return commitment == null ? null : CommitmentNumber.read(commitment).orElse(commitment);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String[] ofEach(List<Pending> decisions, Function<Entry, @Nullable String> of) {
        return decisions.stream().map(Pending::entry).map(of).toArray(String[]::new);
    }

    private static long[] numbers(List<Pending> decisions, ToLongFunction<Entry> of) {
        return decisions.stream().map(Pending::entry).mapToLong(of).toArray();
    }

    private static byte[][] bytes(List<Pending> decisions, Function<Pending, byte[]> of) {
        return decisions.stream().map(of).toArray(byte[][]::new);
    }

    private static long cents(Decision decision, Function<Shares, Money> share) {
        return decision.lines().stream()
                .map(line -> share.apply(line.shares()).cents())
                .reduce(0L, Math::addExact);
    }
}
