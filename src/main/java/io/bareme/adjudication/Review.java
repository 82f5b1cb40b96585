package io.bareme.adjudication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on a claim that had been referred to them: an input of the claim like any other, so that deciding
 * again gives the same. It lifts doubts and refuses lines; amounts stay the engine's. Doubts that the person did not see,
 * because a limit or an edition moved since, still refer.
 *
 * @param by who, pseudonymous
 * @param words why, in theirs; nothing of the illness
 * @param agreed the doubts they saw and lift
 * @param refusal what they refuse; null when nothing
 */
public record Review(
        String by,
        String words,
        List<Doubt> agreed,
        @Nullable Refusal refusal) {

    /** Why a person refuses. */
    public enum Reason {
        NOT_COVERED,
        NOT_JUSTIFIED,
        PIECE_MISSING,
        OTHER;

        /** As in {@code not-covered}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Lines that a person refuses.
     *
     * @param lines their numbers
     */
    public record Refusal(List<Integer> lines, Reason reason) {
        public Refusal {
            lines = List.copyOf(lines);
        }
    }

    /** Of doubts that no person can lift: the amounts themselves rest on a value that nobody established. */
    private static final Set<String> STANDING = Set.of("value-not-established", "base-not-established");

    private static final String AGREED = "person-agreed";

    /** One finding that referred a line. */
    public record Doubt(int line, String rule, String reason) {

        static Doubt of(Finding.Refer refer) {
            return new Doubt(refer.line(), refer.rule(), refer.reason());
        }
    }

    public Review {
        agreed = List.copyOf(agreed);
    }

    /** Every doubt of a decision that a person may lift, on lines that they do not refuse. */
    public static List<Doubt> liftable(Decision referred, List<Integer> refused) {
        List<Doubt> doubts = new ArrayList<>();
        for (LineDecision line : referred.lines()) {
            for (Finding finding : line.findings()) {
                if (finding instanceof Finding.Refer refer
                        && !STANDING.contains(refer.reason())
                        && !refused.contains(line.number())) {
                    doubts.add(Doubt.of(refer));
                }
            }
        }
        return doubts.stream().distinct().toList();
    }

    /** What it adds to what the rules found of a line. */
    List<Finding> on(int line, List<Finding> found) {
        if (refusal == null || !refusal.lines().contains(line)) {
            return found;
        }
        List<Finding> all = new ArrayList<>(found);
        String reason = "person-" + refusal.reason().word();
        all.add(new Finding.Refuse(reason, line, reason, Map.of("by", by, "words", words)));
        return all;
    }

    /** The findings of a line with the doubts it lifts told as lifted. */
    List<Finding> lift(List<Finding> findings) {
        return findings.stream().map(this::lifted).toList();
    }

    private Finding lifted(Finding finding) {
        return finding instanceof Finding.Refer refer && agreed.contains(Doubt.of(refer))
                ? new Finding.Note(
                        refer.rule(), refer.line(), AGREED, Map.of("by", by, "words", words, "doubt", refer.reason()))
                : finding;
    }
}
