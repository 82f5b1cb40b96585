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

    /**
     * Reads it.
     *
     * @param last the last day that may be asked for
     */
    public static Read<ExtensionForm> read(byte[] json, LocalDate first, LocalDate last) {
        return Read.object(json, fields -> {
            LocalDate until = fields.day("validUntil", first, last);
            String reason = fields.textOrNone("reason", Form.LINE);
            return until == null ? null : new ExtensionForm(until, reason);
        });
    }
}
