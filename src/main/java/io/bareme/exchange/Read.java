package io.bareme.exchange;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What came of reading the body of a request: a value that can be used, or everything that is wrong with it. */
public sealed interface Read<T> {

    /** Every field is valid. */
    record Valid<T>(T value) implements Read<T> {
        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }

    /** One problem or more, in the order of the text. */
    record Refused<T>(List<Problem> problems) implements Read<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Everything that is wrong: empty when the value is valid. */
    List<Problem> problems();

    /** Refuses a valid value for what the check, which sees more than the text, finds wrong with it. */
    default Read<T> checked(Function<T, List<Problem>> check) {
        List<Problem> more = this instanceof Valid<T>(T value) ? check.apply(value) : List.of();
        return more.isEmpty() ? this : new Refused<>(more);
    }

    /** Reads one JSON object; never throws, whatever the bytes. */
    static <T> Read<T> object(byte[] json, Function<Fields, @Nullable T> fields) {
        Problems problems = new Problems();
        return object(JsonText.read(json, problems), fields, problems);
    }

    /** Reads an object that is there already. */
    static <T> Read<T> of(JsonNode object, Function<Fields, @Nullable T> fields) {
        return object(object, fields, new Problems());
    }

    private static <T> Read<T> object(
            @Nullable JsonNode root, Function<Fields, @Nullable T> fields, Problems problems) {
        T value = null;
        if (root != null && root.isObject()) {
            Fields all = new Fields(root, "", problems);
            value = fields.apply(all);
            all.refuseOthers();
        } else if (root != null) {
            problems.add("", root, "not-an-object", null);
        }
        return value == null || problems.count() > 0 ? new Refused<>(problems.all()) : new Valid<>(value);
    }
}
