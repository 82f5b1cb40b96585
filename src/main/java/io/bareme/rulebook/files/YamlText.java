package io.bareme.rulebook.files;

import io.bareme.rulebook.files.YamlNode.Entry;
import io.bareme.rulebook.files.YamlNode.Mapping;
import io.bareme.rulebook.files.YamlNode.Scalar;
import io.bareme.rulebook.files.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into {@link YamlNode}s that know their lines. Plain YAML only: one document, no anchors, no aliases, no
 * tags, no key twice, {@value #DEEPEST} levels deep at most, so that no small file can unfold into a large one.
 */
final class YamlText {

    static final int DEEPEST = 12;

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit((int) EditionSources.LARGEST_FILE)
                    .build())
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // reported here, with both lines
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final String file;
    private final Problems problems;
    private final JsonParser parser;

    private YamlText(String file, JsonParser parser, Problems problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /** The mapping that the whole file is; null when a problem was reported. */
    static @Nullable Mapping mapping(String file, String text, Problems problems) {
        int before = problems.count();
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            YamlText yaml = new YamlText(file, parser, problems);
            YamlNode root = yaml.document();
            return root instanceof Mapping mapping && problems.count() == before ? mapping : null;
        } catch (StreamConstraintsException tooDeep) {
            problems.add(
                    file,
                    "",
                    "",
                    "deeper or longer than any such file",
                    DEEPEST + " levels of indentation at most",
                    null);
            return null;
        } catch (JacksonException broken) {
            problems.add(notYaml(file, broken));
            return null;
        }
    }

    private static Problem notYaml(String file, JacksonException broken) {
        String reason = broken.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .limit(2)
                .collect(Collectors.joining(": "));
        boolean tab = broken.getOriginalMessage().contains("\\t");
        int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
        return new Problem(
                file,
                line > 0 ? "line " + line : "",
                "",
                "this is not YAML: " + reason,
                "YAML: one \"key: value\" a line, lists in [ ] or with \"- \"",
                tab ? "a tab stands where spaces should" : "a quotation mark, a bracket or the indentation is amiss");
    }

    private @Nullable YamlNode document() {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            problems.add(
                    file,
                    "",
                    "",
                    first == null ? "the file is empty" : "the file is not a list of keys",
                    "one \"key: value\" a line",
                    null);
            return null;
        }
        YamlNode root = node(first);
        if (parser.nextToken() != null) {
            problems.add(file, "line " + line(), "---", "a second document begins", "one document in a file", null);
        }
        return root;
    }

    private YamlNode node(JsonToken token) {
        int line = line();
        refuseReferences(line);
        return switch (token) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> sequence(line);
            case VALUE_NULL -> new Scalar("", line);
            default -> new Scalar(parser.getString().strip(), line);
        };
    }

    private Mapping mapping(int line) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            Entry entry = new Entry(node(parser.nextToken()), keyLine);
            Entry first = entries.putIfAbsent(key, entry);
            if (first != null) {
                problems.add(
                        file,
                        "line " + keyLine,
                        key,
                        "this key already stands on line " + first.line(),
                        "each key once",
                        null);
            }
        }
        return new Mapping(entries, line);
    }

    private Sequence sequence(int line) {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Sequence(List.copyOf(items), line);
    }

    private void refuseReferences(int line) {
        boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
        if (alias || parser.getObjectId() != null || parser.getTypeId() != null) {
            String value = alias ? "*" + parser.getString() : "";
            problems.add(
                    file,
                    "line " + line,
                    value,
                    "anchors, aliases and tags are not read",
                    "the value itself, written out",
                    null);
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
