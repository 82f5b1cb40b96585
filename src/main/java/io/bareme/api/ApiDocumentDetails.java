package io.bareme.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What annotations cannot say of the OpenAPI document's schemas: what is required, bounds, two forms of amounts. */
@Component
final class ApiDocumentDetails implements OpenApiCustomizer {

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "Claim", List.of("lines"),
            "Cover", List.of("scheme", "born"),
            "Contract", List.of("product", "level"),
            "CareLine", List.of("act", "date", "charge"),
            "EarlierCare", List.of("act", "date", "charge"),
            "ProblemDetails", List.of("type", "title", "status", "detail"),
            "Problem", List.of("pointer", "value", "message", "allowed"));
    /** Written as text or as number. */
    private static final Map<String, List<String>> NUMBERS = Map.of(
            "CareLine",
            List.of("charge", "base", "compulsory", "coefficient", "rate"),
            "EarlierCare",
            List.of("charge"));

    private static final Map<String, Integer> MOST = Map.of("lines", 500, "contracts", 10, "earlier", 1000);

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().getSchemas().forEach(ApiDocumentDetails::describe);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void describe(String name, Schema schema) {
        REQUIRED.getOrDefault(name, List.of()).forEach(schema::addRequiredItem);
        Map<String, Schema> fields = schema.getProperties();
        if (fields == null) {
            return;
        }
        fields.forEach((field, one) -> {
            if (one.getItems() != null && one.getEnum() != null) {
                one.getItems().setEnum(one.getEnum());
                one.setEnum(null);
            }
            if (one.getItems() != null && name.startsWith("C") && MOST.containsKey(field)) {
                one.setMaxItems(MOST.get(field));
            }
        });
        for (String number : NUMBERS.getOrDefault(name, List.of())) {
            Schema two = Objects.requireNonNull(fields.get(number), number);
            two.setType(null);
            two.setTypes(new LinkedHashSet<>(List.of("string", "number")));
            if (!List.of("coefficient", "rate").contains(number)) {
                two.setMinimum(BigDecimal.ZERO);
                two.setMaximum(new BigDecimal("1000000.00"));
            }
        }
        if (name.equals("Claim")) {
            Objects.requireNonNull(fields.get("lines"), "lines").setMinItems(1);
        }
    }
}
