package io.bareme.exchange;

import io.bareme.values.Source;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where a value or a guarantee stands. */
@Schema(name = "Source")
public record Origin(
        @Schema(description = "The file of the edition.") String file,

        @Schema(description = "The line, cell or key in it.")
        String place,

        @Schema(description = "The article, publication or page.")
        String reference,

        @Schema(
                description = "Law; other official text; press or a third party; inferred; general knowledge.",
                allowableValues = {"LAW", "OFF", "PRESS", "INF", "MEM"})
        String confidence) {

    public static Origin of(Source source) {
        return new Origin(
                source.file(),
                source.place(),
                source.reference(),
                source.confidence().name());
    }
}
