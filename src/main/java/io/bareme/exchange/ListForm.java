package io.bareme.exchange;

import io.bareme.adjudication.Verdict;
import io.bareme.exchange.Fields.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions to list; what is null does not matter.
 *
 * @param from first day on which they were recorded, UTC
 * @param to last day on which they were recorded, UTC
 * @param after the place of the last one of the page before
 * @param size 1 to {@value #MOST} of a page
 */
public record ListForm(
        @Nullable String member,
        @Nullable String number,
        @Nullable String status,
        @Nullable Verdict verdict,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long after,
        int size) {

    /** The most that one page has. */
    public static final int MOST = 500;

    /** Those of a page. */
    static final Set<String> NUMBERS = Set.of("size", "after");

    private static final int USUAL = 50;
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final List<String> VERDICTS =
            java.util.Arrays.stream(Verdict.values()).<String>map(Words::small).toList();

    /** Reads the parameters of an address, each given once. */
    public static Read<ListForm> read(Map<String, String[]> parameters, Collection<String> statuses) {
        return AddressParameters.read(parameters, NUMBERS, fields -> of(fields, statuses));
    }

    /** @param statuses none where what is listed has no status */
    static ListForm of(Fields fields, Collection<String> statuses) {
        String verdict = fields.wordOrNone("verdict", VERDICTS);
        LocalDate from = fields.dayOrNone("from", FIRST, LAST);
        LocalDate to = fields.dayOrNone("to", FIRST, LAST);
        if (from != null && to != null && to.isBefore(from)) {
            fields.refuse("to", "last-before-first", null, "first", from);
        }
        return new ListForm(
                fields.textOrNone("member", Form.IDENTIFIER),
                fields.textOrNone("number", Form.IDENTIFIER),
                statuses.isEmpty() ? null : fields.wordOrNone("status", statuses),
                verdict == null
                        ? null
                        : Verdict.valueOf(verdict.toUpperCase(Locale.ROOT).replace('-', '_')),
                from,
                to,
                place(fields, 1),
                fields.numbers().wholeOr("size", 1, MOST, USUAL));
    }

    /** The first moment of {@link #from}, UTC. */
    public @Nullable Instant start() {
        return from == null ? null : start(from);
    }

    /** The moment after {@link #to}, UTC. */
    public @Nullable Instant end() {
        return to == null ? null : start(to.plusDays(1));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** {@code after}, the place of the last one of the page before; null for the first page. */
    static @Nullable Long place(Fields fields, int least) {
        if (!fields.has("after")) {
            return null;
        }
        if (!fields.get("after").isNumber()) {
            fields.refuse("after", "not-whole", null, "least", least, "most", Long.MAX_VALUE);
            return null;
        }
        return fields.get("after").longValue();
    }
}
