package io.bareme.adjudication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on a claim that had been referred to them: an input of the claim like any other, so that deciding
 * again gives the same. It lifts doubts and refuses lines; amounts stay the engine's. Doubts that the person did not see,
 * because a limit or an edition moved since, still refer. An invoice on what they approved has it too, for its lines; and
 * one that was referred all the same, the decision of the person who settled it besides.
 *
 * @param by who, pseudonymous
 * @param words why, in theirs; nothing of the illness
 * @param agreed the doubts they saw and lift
 * @param refusal what they refuse; null when nothing
 * @param decision on an invoice, the decision in which they settled it; null on the claim that they looked at
 * @param before on an invoice that they looked at, what had been settled of the authorization that it calls on
 */
public record Review(
        String by,
        String words,
        List<Doubt> agreed,
        @Nullable Refusal refusal,
        @Nullable UUID decision,
        @Nullable Review before) {

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

    /** Of the claim itself. */
    public Review(String by, String words, List<Doubt> agreed, @Nullable Refusal refusal) {
        this(by, words, agreed, refusal, null, null);
    }

    /** The same, after what had been settled of the authorization that the invoice calls on. */
    public Review after(@Nullable Review earlier) {
        return new Review(by, words, agreed, refusal, decision, earlier);
    }

    /**
     * The same for an invoice on what they decided; null where nothing of it is theirs.
     *
     * @param then the decision in which they settled it
     * @param seen its lines that are care as they saw it, with the number that the line had then
     * @param refused its lines that are care that they refused
     */
    public @Nullable Review onInvoice(UUID then, Map<Integer, Integer> seen, List<Integer> refused) {
        List<Doubt> settled = new ArrayList<>();
        seen.forEach((line, asked) -> agreed.stream()
                .filter(doubt -> doubt.line() == asked)
                .forEach(doubt -> settled.add(new Doubt(line, doubt.rule(), doubt.reason()))));
        Refusal kept = refusal == null || refused.isEmpty() ? null : new Refusal(refused, refusal.reason());
        return settled.isEmpty() && kept == null ? null : new Review(by, words, settled, kept, then, null);
    }

    /** Whether they refused that line. */
    public boolean refuses(int line) {
        return refusal != null && refusal.lines().contains(line);
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
        List<Finding> theirs = before == null ? found : before.on(line, found);
        if (refusal == null || !refuses(line)) {
            return theirs;
        }
        List<Finding> all = new ArrayList<>(theirs);
        String reason = "person-" + refusal.reason().word();
        all.add(new Finding.Refuse(reason, line, reason, told(Map.of())));
        return all;
    }

    /** The findings of a line with the doubts it lifts told as lifted. */
    List<Finding> lift(List<Finding> findings) {
        List<Finding> theirs = before == null ? findings : before.lift(findings);
        return theirs.stream().map(this::lifted).toList();
    }

    private Finding lifted(Finding finding) {
        return finding instanceof Finding.Refer refer && agreed.contains(Doubt.of(refer))
                ? new Finding.Note(refer.rule(), refer.line(), AGREED, told(Map.of("doubt", refer.reason())))
                : finding;
    }

    private Map<String, String> told(Map<String, String> more) {
        Map<String, String> told = new TreeMap<>(more);
        told.put("by", by);
        told.put("words", words);
        if (decision != null) {
            told.put("decision", decision.toString());
        }
        return told;
    }
}
