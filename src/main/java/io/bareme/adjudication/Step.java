package io.bareme.adjudication;

import io.bareme.values.Money;
import io.bareme.values.Source;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step of the computation, as data; the sentence is rendered at the edge.
 *
 * @param code which step: {@code base}, {@code compulsory}, {@code guarantee}, …
 * @param parameters what its sentence names: amounts as {@code 12.50 EUR}, rates as {@code 70 %}
 * @param amount what the step comes to
 * @param source the file and cell, article or clause it rests on
 */
public record Step(
        String code,
        Map<String, String> parameters,
        @Nullable Money amount,
        @Nullable Source source) {

    public Step {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
