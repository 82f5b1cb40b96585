package io.bareme.exchange;

import io.bareme.exchange.Fields.Form;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A commitment is cancelled.
 *
 * @param reason in the words of whoever asks, 1 to 200 characters on one line
 */
@Schema(name = "Cancellation")
public record CancellationForm(
        @Schema(
                description = "In the words of whoever asks.",
                example = "le patient renonce aux soins",
                minLength = 1,
                maxLength = 200)
        String reason) {

    public static Read<CancellationForm> read(byte[] json) {
        return Read.object(json, fields -> {
            String reason = fields.text("reason", Form.LINE);
            return reason == null ? null : new CancellationForm(reason);
        });
    }
}
