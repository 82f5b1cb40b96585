package io.bareme.journal;

import io.bareme.adjudication.Rights;
import io.bareme.values.Money;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a claim met a commitment, line by line. Lines that are promised are decided by the edition and the rights that the
 * promise was made on; the others on their own.
 *
 * @param commitment its number
 * @param edition content hash
 * @param rights as they were known when the promise was made
 * @param lines each line of the claim
 */
public record Promised(String commitment, String edition, Rights rights, List<Met> lines) {

    public Promised {
        lines = List.copyOf(lines);
    }

    /**
     * How one line of the claim met the commitment.
     *
     * @param line of the claim
     * @param of the line of the authorization that met it; null for none
     * @param quantity how many of the promised units it uses; null where none met it
     * @param least what contracts pay at least where the care is as it was promised; null where it is not
     * @param beyond why it is decided on its own; null where it is promised
     */
    public record Met(
            int line,
            @Nullable Integer of,
            @Nullable Integer quantity,
            @Nullable Money least,
            @Nullable Beyond beyond) {

        Met on(Beyond own) {
            return new Met(line, of, quantity, least, own);
        }
    }

    /** Why a line goes beyond what was promised. */
    public enum Beyond {
        /** No line of the commitment is for this act, on this part of the body. */
        ACT,
        /** The care was not given from the first to the last day. */
        DAY,
        /** More units than are left. */
        UNITS,
        /** Contracts would pay more than was promised. */
        AMOUNT,
        /** The commitment was cancelled, or replaced. */
        ENDED,
        /** A person refused that line of the authorization: it stays refused. */
        REFUSED,
        /** The same care was invoiced on it before. */
        AGAIN,
        /** It is settled together with lines that go beyond. */
        GROUP;

        /** As in {@code units}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same, with one line decided on its own. */
    public Promised beyond(int line, Beyond why) {
        return new Promised(
                commitment,
                edition,
                rights,
                lines.stream()
                        .map(met -> met.line() == line ? met.on(why) : met)
                        .toList());
    }

    /** The lines that are promised. */
    public Set<Integer> held() {
        return lines.stream()
                .filter(met -> met.beyond() == null)
                .map(Met::line)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How that line met it. */
    public Met met(int line) {
        return lines.stream()
                .filter(met -> met.line() == line)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No line " + line));
    }
}
