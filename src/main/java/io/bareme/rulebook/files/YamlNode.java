package io.bareme.rulebook.files;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file, with the line it begins on. */
sealed interface YamlNode {

    int line();

    /** Keys in the file's order, each once. */
    record Mapping(Map<String, Entry> entries, int line) implements YamlNode {}

    /** A key's value, with the line of the key. */
    record Entry(YamlNode value, int line) {}

    record Sequence(List<YamlNode> items, int line) implements YamlNode {}

    /** The text as written, whatever YAML would make of it: numbers are read from it exactly. Empty for nothing. */
    record Scalar(String text, int line) implements YamlNode {}

    /** As a message shows it. */
    default String shown() {
        return switch (this) {
            case Mapping mapping -> "{" + String.join(", ", mapping.entries().keySet()) + "}";
            case Sequence sequence -> "a list of " + sequence.items().size();
            case Scalar scalar -> scalar.text();
        };
    }
}
