package io.bareme.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What annotations cannot say in the OpenAPI document: what is required, bounds, two forms of amounts, common answers. */
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
    private static final Map<String, String> EVERYWHERE = Map.of(
            "401", "No token, or one that is not good (any more): WWW-Authenticate says which.",
            "403", "The token does not have the scope that this takes.",
            "405", "The address is not asked in this way; Allow says how.",
            "406", "The answer is JSON only.",
            "429", "More requests in a minute than the client has: ask again after Retry-After seconds.",
            "503", "The database does not answer: ask again after Retry-After seconds.");

    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().getSchemas().forEach(ApiDocumentDetails::describe);
        document.getPaths().forEach((path, item) -> {
            if (path.startsWith(ApiErrors.API)) {
                item.readOperations().forEach(ApiDocumentDetails::answer);
            }
        });
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

    private static void answer(Operation operation) {
        EVERYWHERE.forEach((status, description) -> {
            if (!operation.getResponses().containsKey(status)) {
                operation.getResponses().addApiResponse(status, new ApiResponse().description(description));
            }
        });
        operation.getResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0) {
                answeredWithProblem(response);
            }
        });
        Objects.requireNonNull(operation.getResponses().get("503"), "503")
                .addHeaderObject("Retry-After", header("Seconds to wait."));
        Objects.requireNonNull(operation.getResponses().get("429"), "429")
                .addHeaderObject("Retry-After", header("Seconds to wait."));
        ApiResponse created = operation.getResponses().get("201");
        if (created != null) {
            created.addHeaderObject("Location", header("The address of what was recorded."));
            Objects.requireNonNull(operation.getResponses().get("200"), "200")
                    .addHeaderObject(Asking.REPLAYED, header("true: answered before."));
        }
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    /** What is refused is answered with problem details, whatever its address. */
    private static void answeredWithProblem(ApiResponse response) {
        MediaType told =
                response.getContent() == null ? null : response.getContent().get(PROBLEM);
        Content content = new Content()
                .addMediaType(
                        PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemDetails")));
        if (told != null) {
            Objects.requireNonNull(content.get(PROBLEM)).setExamples(told.getExamples());
        }
        response.setContent(content);
    }
}
