package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.database.ServiceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the documents show of the service is what the service answers. */
@ServiceTest
class DocumentsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?<language>\\w*)\n(?<text>.*?)^```");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:8080(?<path>/\\S+)");
    private static final Pattern HEADER = Pattern.compile("-H '(?<name>[\\w-]+): (?<value>[^']+)'");
    private static final Pattern BODY = Pattern.compile("(?s)-d '(?<body>[^']+)'");

    @LocalServerPort
    private int port;

    @Autowired
    private ServiceDatabase database;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void the_requests_of_the_readme_are_answered_as_it_shows() throws IOException {
        Map<String, String> shown = requestsOf(Path.of("README.md"));

        assertThat(shown).hasSize(2);
        shown.forEach((request, answer) ->
                assertShown("", JSON.readTree(answer), send(request).json()));
    }

    @Test
    void the_token_of_the_readme_is_given_and_the_requests_after_it_bear_it() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> commands = blocks(Path.of("README.md"), "sh");
        String token = commands.stream()
                .filter(command -> command.contains("/oauth2/token"))
                .findFirst()
                .orElseThrow();

        assertThat(token).contains("-d grant_type=client_credentials").contains(".bareme/access/demonstration-client");
        assertThat(Tokens.ask(port, Tokens.demonstration(), "grant_type=client_credentials")
                        .at("/access_token"))
                .isNotBlank();
        assertThat(readme.split("Authorization: Bearer \\$token", -1)).hasSize(commands.size());
    }

    @Test
    void the_client_of_the_guide_is_added_as_it_shows() throws IOException {
        String statements = blocks(Path.of("docs/guides/run-in-production.md"), "sql").stream()
                .filter(block -> block.contains("insert into access.client"))
                .findFirst()
                .orElseThrow();
        JdbcClient.create(new SingleConnectionDataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password(),
                        true))
                .sql(statements)
                .update();

        String asked = blocks(Path.of("docs/reference/api.md"), "sh").getFirst();
        assertThat(asked).contains("-u 'pharmacies@mutuelle:its secret' -d grant_type=client_credentials");
        assertThat(Tokens.ask(port, "pharmacies@mutuelle:its secret", "grant_type=client_credentials")
                        .at("/scope"))
                .contains("simulate", "authorize");
    }

    @Test
    void the_authorization_of_the_readme_is_recorded_once() throws IOException {
        String request = requestsOf(Path.of("README.md")).keySet().stream()
                .filter(one -> one.contains("/authorizations"))
                .findFirst()
                .orElseThrow();

        String first = send(request).at("/id");
        Answer again = send(request);
        Answer replay = api.replay(first);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.at("/id")).isEqualTo(first).isNotBlank();
        assertThat(replay.json().path("identical").asBoolean()).isTrue();
    }

    @Test
    void the_claim_and_the_problem_of_the_reference_are_as_it_shows() throws IOException {
        List<String> shown = blocks(Path.of("docs/reference/api.md"), "json");

        Answer decided = api.simulate(shown.get(0));
        Answer refused = api.simulate(shown.get(0).replace("80.00", "539,00"), "Accept-Language", "en");

        assertThat(decided.status()).isEqualTo(200);
        assertThat(refused.json()).isEqualTo(JSON.readTree(shown.getLast()));
    }

    @Test
    void the_statement_of_the_first_decision_has_the_figures_of_the_tutorial() throws IOException {
        String page = Files.readString(Path.of("docs/tutorials/first-decision.md"));
        String path = ADDRESS.matcher(page)
                .results()
                .map(address -> address.group("path"))
                .filter(address -> address.startsWith("/?"))
                .findFirst()
                .orElseThrow();
        String statement = words(api.get(path).response().body());

        List<MatchResult> rows = Pattern.compile("(?m)^\\| ([^|]+) \\| (−?\\d[^|]+) \\|")
                .matcher(page)
                .results()
                .toList();
        assertThat(rows).hasSize(8);
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(statement).contains(words(row.group(1))).contains(words(row.group(2))));
        assertThat(Pattern.compile("(?m)^> (.+)$").matcher(page).results())
                .isNotEmpty()
                .allSatisfy(quoted ->
                        assertThat(statement).contains(words(quoted.group(1).replace("`", ""))));
    }

    private Answer send(String request) {
        List<String> headers = new ArrayList<>();
        HEADER.matcher(request).results().forEach(header -> {
            if (!header.group("name").equals("Content-Type")) {
                headers.addAll(List.of(header.group("name"), header.group("value")));
            }
        });
        String path =
                ADDRESS.matcher(request).results().findFirst().orElseThrow().group("path");
        String body = BODY.matcher(request).results().findFirst().orElseThrow().group("body");
        return api.post(path, body, headers.toArray(String[]::new));
    }

    /** Each {@code curl} of a page with a body, and the answer shown after it. */
    private static Map<String, String> requestsOf(Path page) throws IOException {
        Map<String, String> requests = new HashMap<>();
        String asked = null;
        for (MatchResult block : BLOCK.matcher(Files.readString(page)).results().toList()) {
            if (block.group("language").equals("sh")) {
                asked = block.group("text");
            } else if (block.group("language").equals("json") && asked != null) {
                requests.put(asked, block.group("text"));
                asked = null;
            }
        }
        return requests;
    }

    private static List<String> blocks(Path page, String language) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .filter(block -> block.group("language").equals(language))
                .map(block -> block.group("text"))
                .toList();
    }

    /** What is shown is shortened: fields and elements may be left out, none may be added or changed. */
    private static void assertShown(String pointer, JsonNode shown, JsonNode answered) {
        if (shown.isObject()) {
            shown.properties()
                    .forEach(field -> assertShown(
                            pointer + "/" + field.getKey(), field.getValue(), answered.path(field.getKey())));
        } else if (shown.isArray()) {
            assertThat(answered.size()).as(pointer).isEqualTo(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                assertShown(pointer + "/" + i, shown.get(i), answered.path(i));
            }
        } else {
            assertThat(answered).as(pointer).isEqualTo(shown);
        }
    }

    /** What people read of a page: without its tags, every kind of space as one. */
    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .strip();
    }
}
