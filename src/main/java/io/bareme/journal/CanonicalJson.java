package io.bareme.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * The one way in which decisions and what they were made from are written down: the same values give the same bytes, for
 * ever. UTF-8 JSON without spaces, keys in alphabetical order, nothing for null, amounts as {@code "12.50 EUR"}, rates
 * as {@code "70 %"}, codes as {@code "CCAM HBLD634"}, decimals as text, days as {@code "2024-06-01"}, sets in
 * alphabetical order, and the number of the encoding.
 *
 * <p>A change of this form is a new number; bytes of earlier numbers stay readable.
 */
public final class CanonicalJson {

    /** The number of the form described here. */
    public static final int ENCODING = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new CanonicalValues())
            .addModule(new BlackbirdModule())
            .addMixIn(Finding.class, Typed.class)
            .registerSubtypes(
                    new NamedType(Finding.Refuse.class, "refuse"),
                    new NamedType(Finding.Refer.class, "refer"),
                    new NamedType(Finding.Require.class, "require"),
                    new NamedType(Finding.Choose.class, "choose"),
                    new NamedType(Finding.Deduct.class, "deduct"),
                    new NamedType(Finding.Note.class, "note"))
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private record EncodedDecision(int encoding, Decision decision) {}

    private record EncodedInput(
            int encoding,
            Claim claim,
            @Nullable Rights rights,
            Consumption consumption,
            @Nullable Promised promised,
            @Nullable List<InvoicedBefore> invoicedBefore) {}

    private CanonicalJson() {}

    public static byte[] bytes(Decision decision) {
        return JSON.writeValueAsBytes(new EncodedDecision(ENCODING, decision));
    }

    public static byte[] bytes(Input input) {
        return JSON.writeValueAsBytes(new EncodedInput(
                ENCODING,
                input.claim(),
                input.rights(),
                input.consumption(),
                input.promised(),
                input.invoicedBefore()));
    }

    /** Throws {@link IllegalArgumentException} when the bytes are of an encoding that this program does not know. */
    public static Decision decision(byte[] bytes) {
        return read(bytes, EncodedDecision.class).decision();
    }

    /** Throws {@link IllegalArgumentException} when the bytes are of an encoding that this program does not know. */
    public static Input input(byte[] bytes) {
        EncodedInput input = read(bytes, EncodedInput.class);
        return new Input(input.claim(), input.rights(), input.consumption(), input.promised(), input.invoicedBefore());
    }

    private static <T> T read(byte[] bytes, Class<T> type) {
        JsonNode tree = JSON.readTree(bytes);
        int encoding = tree.path("encoding").asInt(0);
        if (encoding != ENCODING) {
            throw new IllegalArgumentException("Encoding " + encoding + " is not known here, only " + ENCODING
                    + System.lineSeparator() + "Maybe it was written by a newer version of the program");
        }
        return JSON.treeToValue(tree, type);
    }
}
