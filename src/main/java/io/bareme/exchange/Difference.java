package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One place in which two JSON texts differ.
 *
 * @param was null where the place is new
 * @param now null where the place is gone
 */
@Schema(name = "Difference")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        @Schema(
                description = "JSON pointer into the canonical decision.",
                example = "/decision/lines/0/shares/compulsory")
        String pointer,

        @Schema(description = "Absent where the place is new.") @Nullable
        String was,

        @Schema(description = "Absent where the place is gone.") @Nullable
        String now) {

    /** No more than this are told. */
    static final int MOST = 200;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Each place that differs, in the order of the pointers; the first {@value #MOST}. */
    public static List<Difference> between(byte[] was, byte[] now) {
        List<Difference> differences = new ArrayList<>();
        compare("", JSON.readTree(was), JSON.readTree(now), differences);
        return List.copyOf(differences.subList(0, Math.min(MOST, differences.size())));
    }

    private static void compare(
            String pointer, @Nullable JsonNode was, @Nullable JsonNode now, List<Difference> differences) {
        if (was != null && was.equals(now)) {
            return;
        }
        if (was != null && now != null && was.isObject() && now.isObject()) {
            Set<String> names = new TreeSet<>(was.propertyNames());
            names.addAll(now.propertyNames());
            names.forEach(name -> compare(pointer + "/" + name, was.get(name), now.get(name), differences));
        } else if (was != null && now != null && was.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(was.size(), now.size()); i++) {
                compare(pointer + "/" + i, was.get(i), now.get(i), differences);
            }
        } else {
            differences.add(
                    new Difference(pointer, was == null ? null : was.toString(), now == null ? null : now.toString()));
        }
    }
}
