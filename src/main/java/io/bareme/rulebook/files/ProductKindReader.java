package io.bareme.rulebook.files;

import io.bareme.guarantee.ProductKind;
import io.bareme.values.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what kind of product a fiche is of, which goes with its country, and what only some kinds say. */
final class ProductKindReader {

    private static final Map<String, Currency> OF_COUNTRY = Map.of("FR", Currency.EUR, "MA", Currency.MAD);
    private static final Map<String, Set<ProductKind>> KINDS_OF = Map.of(
            "FR", Set.of(ProductKind.COMPLEMENTARY, ProductKind.OPTION, ProductKind.SURCOMPLEMENTARY),
            "MA", Set.of(ProductKind.DIM, ProductKind.AMC, ProductKind.OPTION));

    private final Fields fields;
    private final Problems problems;
    private final int sound;

    /** @param sound the count of problems as long as the fiche has none: one is told once, at its first place */
    ProductKindReader(Fields fields, Problems problems, int sound) {
        this.fields = fields;
        this.problems = problems;
        this.sound = sound;
    }

    Currency currency(String country) {
        Currency currency = fields.word("currency", Words.CURRENCIES, Currency.EUR);
        Currency ofCountry = OF_COUNTRY.getOrDefault(country, currency);
        if (currency != ofCountry && problems.count() == sound) {
            fields.refuse("currency", "no product of " + country + " counts in " + currency, ofCountry.name(), null);
        }
        return currency;
    }

    /** The kinds of a country's products; an option is one everywhere. */
    ProductKind kind(String country) {
        ProductKind kind = fields.word("kind", Words.PRODUCT_KINDS, ProductKind.COMPLEMENTARY);
        Set<ProductKind> known = KINDS_OF.getOrDefault(country, Set.of(kind));
        if (!known.contains(kind) && problems.count() == sound) {
            fields.refuse(
                    "kind",
                    "no product of " + country + " is of this kind",
                    known.stream().map(Words::small).sorted().collect(Collectors.joining(", ")),
                    null);
        }
        return kind;
    }

    boolean includesEarlier(ProductKind kind) {
        boolean includes = fields.flagOr("includes earlier contracts", false);
        if (includes && kind != ProductKind.OPTION && kind != ProductKind.SURCOMPLEMENTARY) {
            fields.refuse(
                    "includes earlier contracts",
                    "nothing comes before a product of this kind",
                    "false, or kind: option",
                    null);
        }
        return includes;
    }

    @Nullable
    Boolean paysRefused(ProductKind kind) {
        if (!fields.has("pays refused")) {
            return null;
        }
        boolean pays = fields.flag("pays refused");
        if (kind != ProductKind.AMC) {
            fields.refuse("pays refused", "only a contract that complements the AMO says this", "kind: amc", null);
        }
        return pays;
    }
}
