package io.bareme.exchange;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of an address, read as the fields of an object are: each given once, none that is not known. */
final class AddressParameters {

    private AddressParameters() {}

    /** @param numbers those that are whole numbers; the others are texts */
    static <T> Read<T> read(Map<String, String[]> parameters, Set<String> numbers, Function<Fields, @Nullable T> form) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        parameters.forEach((name, values) -> {
            if (numbers.contains(name) && values[0].matches("\\d{1,15}")) {
                object.put(name, Long.parseLong(values[0]));
            } else {
                object.put(name, values[0]);
            }
        });
        return Read.of(object, fields -> {
            T read = form.apply(fields);
            parameters.forEach((name, values) -> {
                if (values.length > 1) {
                    fields.refuse(name, "parameter-twice", null, "times", values.length);
                }
            });
            return read;
        });
    }
}
