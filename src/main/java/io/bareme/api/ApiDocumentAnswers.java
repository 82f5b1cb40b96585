package io.bareme.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What the OpenAPI document says of every address of the API alike, so that each says only what is its own: its key,
 * what it refuses, headers. What an address says itself of an answer is kept.
 */
@Component
final class ApiDocumentAnswers implements OpenApiCustomizer {

    private static final Map<String, String> OF_ALL = Map.of(
            "401", "No token, or one that is not good (any more): WWW-Authenticate says which.",
            "403", "The token does not have the scope that this takes.",
            "405", "The address is not asked in this way; Allow says how.",
            "406", "The answer is JSON only.",
            "429", "More requests in a minute than the client has: ask again after Retry-After seconds.",
            "500", "An unforeseen failure, which is logged.",
            "503", "The database does not answer: ask again after Retry-After seconds.");
    private static final Map<String, String> OF_BODIES = Map.of(
            "400", "The body cannot be read. Nothing was recorded.",
            "408", "The body did not come whole within 30 seconds, was silent for 10, or broke off.",
            "413", "The body has more than a million bytes.",
            "415", "The body is not announced as application/json in UTF-8, or is compressed.");

    private static final String KEY_USED = "The key has served for another request.";
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> {
            if (path.startsWith(ApiErrors.API)) {
                item.readOperations().forEach(ApiDocumentAnswers::describe);
            }
        });
    }

    private static void describe(Operation operation) {
        ApiResponses answers = operation.getResponses();
        unlessSaid(answers, OF_ALL);
        if (takesJson(operation)) {
            operation.getRequestBody().setRequired(true);
            unlessSaid(answers, OF_BODIES);
        }
        if (answers.containsKey("201")) {
            onceForAKey(operation);
        }
        answers.forEach((status, answer) -> {
            if (status.compareTo("400") >= 0) {
                problem(answer);
            } else if (answer.getContent() != null) {
                answer.getContent().remove(PROBLEM);
            }
        });
        for (String later : List.of("429", "503")) {
            of(answers, later).addHeaderObject(HttpHeaders.RETRY_AFTER, header("Seconds to wait."));
        }
        operation.setResponses(inOrder(answers));
    }

    private static void unlessSaid(ApiResponses answers, Map<String, String> descriptions) {
        descriptions.forEach(
                (status, description) -> answers.putIfAbsent(status, new ApiResponse().description(description)));
    }

    private static boolean takesJson(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent().containsKey(JSON);
    }

    /** See {@link PostOnce}. */
    private static void onceForAKey(Operation operation) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new HeaderParameter()
                .name(Asking.KEY)
                .required(true)
                .description("1 to 200 visible ASCII characters, a new key for each request.")
                .schema(new StringSchema())
                .example("2f1c9d3e-1"));
        parameters.addAll(Objects.requireNonNullElse(operation.getParameters(), List.of()));
        operation.setParameters(parameters);

        ApiResponses answers = operation.getResponses();
        ApiResponse recorded = of(answers, "201");
        recorded.addHeaderObject(HttpHeaders.LOCATION, header("The address of what was recorded."));
        answers.addApiResponse(
                "200",
                new ApiResponse()
                        .description("Answered before with this key: that answer, with " + Asking.REPLAYED + ": true.")
                        .content(recorded.getContent())
                        .addHeaderObject(Asking.REPLAYED, header("true: answered before.")));
        ApiResponse conflict = answers.get("409");
        answers.addApiResponse(
                "409",
                new ApiResponse()
                        .description(
                                conflict == null
                                        ? KEY_USED
                                        : conflict.getDescription() + " Or the key has served for another request."));
    }

    /** What is refused is answered with problem details, whatever its address. */
    private static void problem(ApiResponse answer) {
        MediaType said =
                answer.getContent() == null ? null : answer.getContent().get(PROBLEM);
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemDetails"));
        if (said != null) {
            problem.setExamples(said.getExamples());
        }
        answer.setContent(new Content().addMediaType(PROBLEM, problem));
    }

    private static ApiResponses inOrder(ApiResponses answers) {
        ApiResponses ordered = new ApiResponses();
        new TreeMap<>(answers).forEach(ordered::addApiResponse);
        return ordered;
    }

    private static ApiResponse of(ApiResponses answers, String status) {
        return Objects.requireNonNull(answers.get(status), status);
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
