package io.bareme.exchange;

import io.bareme.exchange.Fields.Form;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A commitment holds longer.
 *
 * @param validUntil the new last day of care
 * @param reason in the words of whoever asks, 1 to 200 characters on one line
 */
@Schema(name = "Extension")
public record ExtensionForm(
        @Schema(description = "The new last day of the care that is promised.", example = "2027-03-31")
        LocalDate validUntil,

        @Schema(description = "In the words of whoever asks.", minLength = 1, maxLength = 200) @Nullable
        String reason) {

    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /** Why a commitment that holds to {@code now}, and to {@code last} at most, cannot hold until that day. */
    public static Problem beyond(LocalDate until, LocalDate now, LocalDate last) {
        return new Problem(
                "/validUntil",
                '"' + until.toString() + '"',
                now.isBefore(last) ? "not-extension" : "longest-already",
                Problems.named("first", now.plusDays(1), "last", last),
                null);
    }

    /**
     * Reads it.
     *
     * @param first the first day of the commitment: an extension that is sent again is read although it holds already
     * @param now the last day of the commitment
     * @param last the last day that may be asked for
     */
    public static Read<ExtensionForm> read(byte[] json, LocalDate first, LocalDate now, LocalDate last) {
        return Read.object(json, fields -> {
            LocalDate until = fields.day("validUntil", LocalDate.EPOCH, LATEST);
            if (until != null && (until.isBefore(first) || until.isAfter(last))) {
                Problem beyond = beyond(until, now, last);
                fields.refuse("validUntil", beyond.code(), null, "first", now.plusDays(1), "last", last);
            }
            String reason = fields.textOrNone("reason", Form.LINE);
            return until == null ? null : new ExtensionForm(until, reason);
        });
    }
}
