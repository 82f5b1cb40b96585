package io.bareme.exchange;

import io.bareme.exchange.Fields.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under which edition to decide a recorded claim again.
 *
 * @param edition its content hash, or {@value #IN_FORCE}; null for the one that decided
 */
public record ReplayForm(@Nullable String edition) {

    /** The edition that decides now. */
    public static final String IN_FORCE = "in-force";

    /** Reads the parameters of an address, each given once. */
    public static Read<ReplayForm> read(Map<String, String[]> parameters) {
        return AddressParameters.read(
                parameters, Set.of(), fields -> new ReplayForm(fields.textOrNone("edition", Form.EDITION)));
    }

    /**
     * The same for all that was recorded in a time.
     *
     * @param from the first moment
     * @param to after the last moment
     * @param edition see {@link ReplayForm#edition}
     * @param after the last decision of the page before; null for the first page
     * @param size 1 to {@value ListForm#MOST} of a page
     */
    public record OfTime(
            Instant from,
            Instant to,
            @Nullable String edition,
            @Nullable UUID after,
            int size) {

        private static final int USUAL = 100;
        private static final Instant FIRST = Instant.EPOCH;
        /** Beyond it, moments do not fit into the ids of decisions. */
        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

        /** Reads the parameters of an address, each given once. */
        public static Read<OfTime> read(Map<String, String[]> parameters) {
            return AddressParameters.read(parameters, Set.of("size"), OfTime::of);
        }

        private static @Nullable OfTime of(Fields fields) {
            Instant from = moment(fields, "from");
            Instant to = moment(fields, "to");
            if (from != null && to != null && to.isBefore(from)) {
                fields.refuse("to", "end-before-start", null, "first", from);
            }
            String edition = fields.textOrNone("edition", Form.EDITION);
            String after = fields.textOrNone("after", Form.PLACE);
            int size = fields.numbers().wholeOr("size", 1, ListForm.MOST, USUAL);
            return from == null || to == null
                    ? null
                    : new OfTime(from, to, edition, after == null ? null : UUID.fromString(after), size);
        }

        private static @Nullable Instant moment(Fields fields, String name) {
            if (fields.required(name, "moment") == null) {
                return null;
            }
            try {
                Instant moment = Instant.parse(fields.get(name).asString(""));
                if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
                    fields.refuse(name, "moment-out-of-range", null, "first", FIRST, "last", LAST);
                }
                return moment;
            } catch (DateTimeException noMoment) {
                fields.refuse(name, "not-a-moment", null);
                return null;
            }
        }
    }
}
