package io.bareme.exchange;

import io.bareme.adjudication.Provider;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who gives the care. */
@Schema(name = "Provider")
public record ProviderForm(
        @Schema(description = "The professional's pseudonymous number.", example = "prov-42")
        String id,

        @Schema(example = "dentist") String profession,

        @Schema(
                description = "What the professional has agreed to charge, or the establishment's sector.",
                allowableValues = {
                    "sector-1",
                    "optam",
                    "non-optam",
                    "non-conventioned",
                    "private",
                    "public",
                    "unspecified"
                })
        String category,

        @Schema(description = "Care networks the professional belongs to.", example = "[\"kalixia\"]")
        List<String> networks,

        @Schema(description = "ISO 3166, two letters; the scheme's country when absent.", example = "FR") @Nullable
        String country) {

    Provider toProvider(String homeCountry) {
        return new Provider(
                id,
                profession,
                Words.of(Words.CATEGORIES, category),
                Set.copyOf(networks),
                country == null ? homeCountry : country);
    }
}
