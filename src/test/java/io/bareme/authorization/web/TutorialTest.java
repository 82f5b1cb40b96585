package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first authorization, as a reader types it: each command in order in one shell, each answer as the page shows it. */
@ServiceTest
class TutorialTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path PAGE = Path.of("docs/tutorials/first-authorization.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?<language>sh|json)\n(?<text>.*?)^```");
    private static final String ANYTHING = "…";

    @LocalServerPort
    private int port;

    /** A command, and the answer shown after it; null where none is. */
    private record Typed(String command, String answer) {}

    @Test
    void the_first_authorization_goes_as_it_is_told(@TempDir Path folder) throws Exception {
        List<Typed> all = typed();
        assertThat(all).hasSizeGreaterThan(6);

        run(all, folder);
        String copy = System.getProperty("tutorial.answers");
        if (copy != null) {
            Files.writeString(Path.of(copy), said(all.size(), folder));
        }

        for (int n = 0; n < all.size(); n++) {
            if (all.get(n).answer() != null) {
                String printed = Files.readString(folder.resolve("answer-" + n));
                assertThat(printed).as(all.get(n).command()).isNotBlank();
                assertShown(all.get(n).command(), JSON.readTree(all.get(n).answer()), JSON.readTree(printed));
            }
        }
    }

    private static List<Typed> typed() throws IOException {
        List<Typed> all = new ArrayList<>();
        BLOCK.matcher(Files.readString(PAGE)).results().forEach(block -> {
            if (block.group("language").equals("sh")) {
                all.add(new Typed(block.group("text"), null));
            } else {
                all.add(new Typed(all.removeLast().command(), block.group("text")));
            }
        });
        return all;
    }

    private void run(List<Typed> all, Path folder) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (int n = 0; n < all.size(); n++) {
            script.append("{\n")
                    .append(all.get(n).command())
                    .append("} > '")
                    .append(folder.resolve("answer-" + n))
                    .append("'\n");
        }
        Path file = folder.resolve("tutorial.sh");
        Files.writeString(
                file,
                script.toString()
                        .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + port)
                        .replace("~/.bareme/access/demonstration-client", "'" + Database.demonstrationClient() + "'"));
        Process shell = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(said(all.size(), folder)).isZero();
    }

    /** The answers, for who mends the page. */
    private static String said(int number, Path folder) throws IOException {
        StringBuilder said = new StringBuilder();
        for (int n = 0; n < number && Files.exists(folder.resolve("answer-" + n)); n++) {
            said.append(Files.readString(folder.resolve("answer-" + n))).append('\n');
        }
        return said.toString();
    }

    /** What is shown is shortened: fields may be left out, none may be added or changed. */
    private static void assertShown(String at, JsonNode shown, JsonNode answered) {
        if (shown.isObject()) {
            shown.properties()
                    .forEach(field ->
                            assertShown(at + "/" + field.getKey(), field.getValue(), answered.path(field.getKey())));
        } else if (shown.isArray()) {
            assertThat(answered.size()).as(at).isEqualTo(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                assertShown(at + "/" + i, shown.get(i), answered.path(i));
            }
        } else if (shown.asString("").equals(ANYTHING)) {
            assertThat(answered.asString("")).as(at).isNotBlank();
        } else {
            assertThat(answered).as(at).isEqualTo(shown);
        }
    }
}
