package io.bareme.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules, the sentences people read and {@code docs/reference/reasons.md} speak of the same reasons. */
class ReasonsPageTest {

    private static final Messages REASONS = new Messages("reasons");
    private static final Path PAGE = Path.of("docs/reference/reasons.md");
    private static final Path RULES = Path.of("rules/coverage");
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| `(?<code>[a-z-]+)` \\| (?:[^|]+ \\| )?(?<french>[^|]+?) \\| (?<english>[^|]+?) \\|(?<by>[^|\\n]*)\\|?$");
    private static final Pattern CALL = Pattern.compile(
            "findings\\.\\w+\\(line, \"(?<rule>[a-z0-9-]+)\",\\s*\"(?<reason>[a-z-]+)\"(?<rest>[^;]*)\\);");
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

    @Test
    void the_page_says_each_reason_as_people_read_it() throws IOException {
        assertThat(ofPage("french"))
                .as("the rows of %s", PAGE)
                .isNotEmpty()
                .containsExactlyInAnyOrderEntriesOf(ofBundle(Locale.FRENCH));
        assertThat(ofPage("english"))
                .as("the rows of %s", PAGE)
                .containsExactlyInAnyOrderEntriesOf(ofBundle(Locale.ENGLISH));
    }

    @Test
    void every_rule_gives_a_reason_that_has_a_sentence_and_its_line_on_the_page() throws IOException {
        Map<String, String> rules = new TreeMap<>();
        calls().forEach(call -> rules.put(call.group("rule"), call.group("reason")));

        assertThat(rules).isNotEmpty();
        assertThat(rules.values()).isSubsetOf(ofBundle(Locale.FRENCH).keySet());
        assertThat(rulesOfPage()).isEqualTo(rules);
    }

    @Test
    void a_sentence_names_nothing_that_its_rule_does_not_tell() throws IOException {
        assertThat(calls()).allSatisfy(call -> {
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                String sentence = REASONS.text("reason." + call.group("reason"), language);
                assertThat(parameters(sentence))
                        .as("%s: %s", call.group("rule"), sentence)
                        .isSubsetOf(named(call.group("rest")));
            }
        });
    }

    @Test
    void both_languages_name_the_same_things() {
        Map<String, String> french = ofBundle(Locale.FRENCH);
        Map<String, String> english = ofBundle(Locale.ENGLISH);

        assertThat(english.keySet()).isEqualTo(french.keySet());
        assertThat(french)
                .allSatisfy((code, sentence) ->
                        assertThat(parameters(english.get(code))).as(code).isEqualTo(parameters(sentence)));
    }

    private static Map<String, String> ofPage(String language) throws IOException {
        return rows().collect(Collectors.toMap(row -> row.group("code"), row -> row.group(language)));
    }

    /** Rule by rule, the reason under which the page names it. */
    private static Map<String, String> rulesOfPage() throws IOException {
        Map<String, String> rules = new TreeMap<>();
        rows().forEach(row -> Pattern.compile("`([a-z0-9-]+)`")
                .matcher(row.group("by"))
                .results()
                .forEach(rule -> rules.put(rule.group(1), row.group("code"))));
        return rules;
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results();
    }

    private static Map<String, String> ofBundle(Locale language) {
        return REASONS.keys(language).stream()
                .collect(Collectors.toMap(
                        key -> key.replaceFirst("^(reason|document)\\.", ""), key -> REASONS.text(key, language)));
    }

    private static List<MatchResult> calls() throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .flatMap(file -> CALL.matcher(read(file)).results())
                    .toList();
        }
    }

    /** What a rule's call names after the reason: names and facts by turns. */
    private static Set<String> named(String rest) {
        return Pattern.compile("\"([a-zA-Z]+)\"")
                .matcher(rest)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> parameters(String sentence) {
        return PARAMETER
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
