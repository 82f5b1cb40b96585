package io.bareme.guarantee;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which care a shared limit or a deductible of a table concerns. */
public sealed interface Reach {

    /** All that the contract pays. */
    record Everything() implements Reach {}

    /** What is paid under these lines of the grid. */
    record Lines(Set<String> ids) implements Reach {
        public Lines {
            ids = Set.copyOf(ids);
        }
    }

    /** What is paid for acts of these care families and of those below them. */
    record Families(Set<String> families) implements Reach {
        public Families {
            families = Set.copyOf(families);
        }
    }

    /**
     * Whether it concerns one care line.
     *
     * @param line the table's line that applies; null when the contract pays without one
     * @param lineage the act's family and its ancestors
     */
    default boolean concerns(@Nullable String line, List<String> lineage) {
        return switch (this) {
            case Everything() -> true;
            case Lines(Set<String> ids) -> line != null && ids.contains(line);
            case Families(Set<String> families) -> lineage.stream().anyMatch(families::contains);
        };
    }
}
