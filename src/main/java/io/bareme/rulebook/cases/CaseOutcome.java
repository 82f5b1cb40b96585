package io.bareme.rulebook.cases;

import io.bareme.adjudication.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of running one case.
 *
 * @param differences one line each, as {@code line 1, complementary: expected 108.00, got 107.50}; none when it passes
 * @param decision null when the case could not be decided
 */
public record CaseOutcome(
        WorkedCase worked,
        List<String> differences,
        @Nullable Decision decision) {

    public CaseOutcome {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }
}
