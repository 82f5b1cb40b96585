package io.bareme.exchange;

import io.bareme.exchange.Fields.Form;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A piece that a person asks for, or that has come.
 *
 * @param piece in the words of whoever asks, 1 to 200 characters on one line; the same words name it when it comes
 */
@Schema(name = "Piece")
public record PieceForm(
        @Schema(
                description = "The piece, in the words of whoever asks; the same words name it when it comes.",
                example = "compte rendu opératoire",
                minLength = 1,
                maxLength = 200)
        String piece) {

    public static Read<PieceForm> read(byte[] json) {
        return Read.object(json, fields -> {
            String piece = fields.text("piece", Form.LINE);
            return piece == null ? null : new PieceForm(piece);
        });
    }
}
