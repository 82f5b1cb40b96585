package io.bareme.portal.regulation;

import io.bareme.regulation.Quantity;
import io.bareme.regulation.Regulation;
import io.bareme.values.Source;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The way from a value's source to the page of its quantity: one file holds one quantity. */
public final class RegulationLinks {

    private final Map<String, String> quantityOf = new HashMap<>();

    public RegulationLinks(Regulation regulation) {
        for (Quantity quantity : regulation.quantities().values()) {
            quantity.series().values().stream()
                    .flatMap(values -> values.stream().limit(1))
                    .forEach(value -> quantityOf.put(value.source().file(), quantity.id()));
        }
    }

    /** The page, at the value; null when the source is no file of the regulation. */
    public @Nullable String to(Source source) {
        String quantity = quantityOf.get(source.file());
        return quantity == null
                ? null
                : UriComponentsBuilder.fromPath("/regulation/" + quantity)
                        .queryParam("place", "{place}")
                        .fragment(QuantityView.MARK)
                        .encode()
                        .buildAndExpand(source.place())
                        .toUriString();
    }
}
