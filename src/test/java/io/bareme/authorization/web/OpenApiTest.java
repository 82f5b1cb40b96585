package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.notification.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@ServiceTest
class OpenApiTest {

    private static final String SIMULATIONS = "/api/v1/simulations";
    private static final String AUTHORIZATIONS = "/api/v1/authorizations";

    @LocalServerPort
    private int port;

    private RunningApi api;
    private JsonNode document;

    @BeforeEach
    void read() {
        api = new RunningApi(port);
        document = api.get("/v3/api-docs").json();
    }

    @Test
    void the_document_describes_every_address_and_its_answers() {
        assertThat(codes(SIMULATIONS, "post"))
                .containsExactly("200", "400", "401", "403", "405", "406", "408", "413", "415", "429", "500", "503");
        assertThat(codes(AUTHORIZATIONS, "post"))
                .containsExactly(
                        "200", "201", "400", "401", "403", "405", "406", "408", "409", "413", "415", "429", "500",
                        "503");
        assertThat(codes(AUTHORIZATIONS + "/{id}", "get"))
                .containsExactly("200", "401", "403", "404", "405", "406", "429", "500", "503");
        for (String change : List.of("cancellation", "extension", "replacement")) {
            assertThat(codes(AUTHORIZATIONS + "/{id}/" + change, "post"))
                    .containsExactly(
                            "200", "201", "400", "401", "403", "404", "405", "406", "408", "409", "413", "415", "429",
                            "500", "503");
        }
        assertThat(codes(AUTHORIZATIONS, "get"))
                .containsExactly("200", "400", "401", "403", "405", "406", "429", "500", "503");
        assertThat(codes("/api/v1/invoices", "get"))
                .containsExactly("200", "400", "401", "403", "405", "406", "429", "500", "503");
        assertThat(names("/api/v1/invoices"))
                .containsExactlyInAnyOrder(
                        "member", "provider", "number", "commitment", "verdict", "from", "to", "after", "size");
        assertThat(names(AUTHORIZATIONS))
                .containsExactlyInAnyOrder("member", "number", "status", "verdict", "from", "to", "after", "size");
        assertThat(codes("/api/v1/invoices", "post"))
                .containsExactly(
                        "200", "201", "400", "401", "403", "405", "406", "408", "409", "413", "415", "429", "500",
                        "503");
        for (String change : List.of("correction", "resolution")) {
            assertThat(codes("/api/v1/invoices/{id}/" + change, "post"))
                    .containsExactly(
                            "200", "201", "400", "401", "403", "404", "405", "406", "408", "409", "413", "415", "429",
                            "500", "503");
        }
        assertThat(codes("/api/v1/decisions/{id}/replay", "post"))
                .containsExactly("200", "400", "401", "403", "404", "405", "406", "409", "429", "500", "503");
    }

    @Test
    void a_batch_says_which_of_its_lines_are_too_many() {
        assertThat(document.at("/paths/~1api~1v1~1batches/post/responses/200/description")
                        .asString())
                .contains("413");
    }

    @Test
    void every_event_that_a_client_may_be_told_of_stands_in_the_document() {
        JsonNode events = document.at("/components/schemas/WebhookRequest/properties/events/items/enum");

        assertThat(StreamSupport.stream(events.spliterator(), false).map(JsonNode::asString))
                .containsExactlyElementsOf(Event.words());
    }

    @Test
    void every_address_of_the_service_stands_in_the_document(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping service) {
        Set<String> served = service.getHandlerMethods().keySet().stream()
                .flatMap(one -> one.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> one.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(address -> address.contains(" /api/"))
                .collect(Collectors.toSet());

        assertThat(addresses().map(Address::toString)).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void every_address_says_what_all_of_them_refuse() {
        assertThat(addresses()).allSatisfy(address -> {
            assertThat(address.codes()).contains("401", "403", "405", "406", "429", "500", "503");
            assertThat(address.codes().stream().filter(code -> code.compareTo("400") >= 0))
                    .allSatisfy(code -> assertThat(
                                    address.answer(code).path("content").propertyNames())
                            .containsExactly("application/problem+json"));
        });
    }

    @Test
    void every_address_that_records_asks_for_one_key_and_tells_what_was_recorded_before() {
        assertThat(addresses().filter(address -> address.codes().contains("201")))
                .hasSizeGreaterThan(9)
                .allSatisfy(address -> {
                    assertThat(address.codes()).contains("200", "400", "408", "409", "413", "415");
                    assertThat(address.answer("200").path("content"))
                            .isEqualTo(address.answer("201").path("content"));
                    assertThat(address.answer("409").path("description").asString())
                            .containsIgnoringCase("the key has served for another request");
                    assertThat(address.parameters())
                            .filteredOn("Idempotency-Key"::equals)
                            .hasSize(1);
                });
    }

    @Test
    void the_document_says_what_the_service_is() {
        assertThat(document.at("/info/title").asString()).isEqualTo("Barème");
        assertThat(document.at("/info/description").asString()).contains("RFC 9457");
    }

    @Test
    void the_document_says_where_a_token_is_asked_for_and_its_scopes() {
        JsonNode flow = document.at("/components/securitySchemes/token/flows/clientCredentials");

        assertThat(flow.path("tokenUrl").asString()).isEqualTo("/oauth2/token");
        assertThat(flow.path("scopes").propertyNames()).contains("simulate", "authorize", "replay");
        assertThat(document.at("/security/0").has("token")).isTrue();
    }

    @Test
    void the_key_is_a_required_header() {
        JsonNode parameter = operation(AUTHORIZATIONS, "post").at("/parameters/0");

        assertThat(parameter.path("name").asString()).isEqualTo("Idempotency-Key");
        assertThat(parameter.path("in").asString()).isEqualTo("header");
        assertThat(parameter.path("required").asBoolean()).isTrue();
    }

    @Test
    void a_claims_fields_are_described_as_they_are_read() {
        JsonNode line = document.at("/components/schemas/CareLine/properties");

        assertThat(line.propertyNames())
                .contains("class", "refusedByCompulsory", "pathway")
                .doesNotContain("careClass");
        assertThat(document.at("/components/schemas/ProblemDetails/properties").propertyNames())
                .contains("type", "title", "status", "detail", "errors");
    }

    @Test
    void the_document_says_what_is_required_and_what_may_stand_there() {
        JsonNode schemas = document.at("/components/schemas");
        JsonNode charge = schemas.at("/CareLine/properties/charge");
        JsonNode exemptions = schemas.at("/CareLine/properties/exemptions");

        assertThat(schemas.at("/CareLine/required").toString()).contains("act", "date", "charge");
        assertThat(charge.path("type").toString()).isEqualTo("[\"string\",\"number\"]");
        assertThat(charge.path("maximum").asInt()).isEqualTo(1_000_000);
        assertThat(exemptions.has("enum")).isFalse();
        assertThat(exemptions.at("/items/enum").toString()).contains("work-accident");
        assertThat(schemas.at("/Claim/properties/lines/maxItems").asInt()).isEqualTo(500);
        assertThat(operation(AUTHORIZATIONS, "post")
                        .at("/responses/201/headers")
                        .propertyNames())
                .contains("Location");
        assertThat(operation(AUTHORIZATIONS, "post")
                        .at("/responses/200/headers")
                        .propertyNames())
                .contains("Idempotency-Replayed");
    }

    @Test
    void every_example_of_a_claim_is_decided_as_written() {
        List<String> examples = new ArrayList<>();
        for (JsonNode example : operation(SIMULATIONS, "post").at("/requestBody/content/application~1json/examples")) {
            examples.add(body(example));
        }

        assertThat(examples).hasSize(3);
        for (String example : examples) {
            var answer = api.simulate(example);
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
            assertThat(answer.at("/verdict")).as(example).isEqualTo("approved");
        }
    }

    @Test
    void every_example_of_an_authorization_is_recorded_as_written() {
        for (JsonNode example :
                operation(AUTHORIZATIONS, "post").at("/requestBody/content/application~1json/examples")) {
            assertThat(api.authorize(UUID.randomUUID().toString(), body(example))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void the_document_has_a_page_for_people() {
        assertThat(api.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    private static String body(JsonNode example) {
        JsonNode value = example.path("value");
        return value.isString() ? value.stringValue() : value.toString();
    }

    private List<String> names(String path) {
        return new Address("get", path, operation(path, "get")).parameters();
    }

    private JsonNode operation(String path, String method) {
        return document.path("paths").path(path).path(method);
    }

    /** One way to ask one address. */
    private record Address(String method, String path, JsonNode operation) {

        Set<String> codes() {
            return new TreeSet<>(operation.path("responses").propertyNames());
        }

        JsonNode answer(String code) {
            return operation.path("responses").path(code);
        }

        List<String> parameters() {
            return operation
                    .path("parameters")
                    .valueStream()
                    .map(one -> one.path("name").asString())
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Stream<Address> addresses() {
        return document.path("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(one -> new Address(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue())));
    }

    private Set<String> codes(String path, String method) {
        return new TreeSet<>(operation(path, method).path("responses").propertyNames());
    }
}
