package io.bareme.exchange;

import io.bareme.adjudication.SchemeChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** A change of scheme or exemptions. */
@Schema(name = "SchemeChange")
public record ChangeForm(
        @Schema(description = "The first day of care it holds for.", example = "2025-07-01")
        LocalDate from,

        @Schema(
                description = "A scheme of the same country.",
                allowableValues = {"fr-general", "fr-alsace-moselle", "fr-c2s", "ma-cnss", "ma-cnops", "none"})
        String scheme,

        @Schema(allowableValues = {"ald", "alc", "maternity", "work-accident", "disability"})
        List<String> exemptions) {

    SchemeChange toChange() {
        return new SchemeChange(from, Words.of(Words.SCHEMES, scheme), Words.exemptions(exemptions));
    }
}
