package io.bareme.exchange;

import io.bareme.exchange.Fields.Form;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The approval of a list of corrections.
 *
 * @param version of the list that was read, as it says
 */
@Schema(name = "Approval")
public record ApprovalForm(
        @Schema(
                description = "The version of the list that was read: what is approved is what was seen.",
                example = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
                minLength = 1,
                maxLength = 200)
        String version) {

    public static Read<ApprovalForm> read(byte[] json) {
        return Read.object(json, fields -> {
            String version = fields.text("version", Form.LINE);
            return version == null ? null : new ApprovalForm(version);
        });
    }
}
