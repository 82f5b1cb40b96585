package io.bareme.portal.simulator;

import io.bareme.portal.pages.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement (décompte) as the page shows it: every text in the reader's language, every figure with what explains
 * it.
 *
 * @param verdict the verdict's code in small letters, the badge's style
 * @param summary the figures told first, each with its payer's colour
 * @param columns headings of the figures of a line, in the order of its cells
 * @param totals one text a column; empty where a total means nothing
 * @param link the address that shows this statement again; null for a member's
 */
record Statement(
        String verdict,
        String verdictText,
        String clock,
        List<Part> summary,
        List<Column> columns,
        List<Line> lines,
        List<String> totals,
        List<LimitLine> limits,
        String edition,
        @Nullable String link) {

    /** Whether a figure of a line rests on a value below official. */
    public boolean isWeak() {
        return lines.stream().flatMap(line -> line.figures().stream()).anyMatch(Figure::weak);
    }

    /**
     * Someone's part of what was charged.
     *
     * @param who whose colour: {@code compulsory}, {@code other}, {@code contract1}, …, {@code member}
     * @param detail the product that pays, under the word for what it is
     * @param from where its piece of the bar begins, in per cent of the charge
     * @param width how wide its piece is, in per cent
     */
    record Part(String who, String label, @Nullable String detail, String amount, String from, String width) {}

    /** A column of figures. */
    record Column(String kind, String heading) {}

    /** One care line. */
    record Line(
            int number,
            String code,
            String label,
            String detail,
            String verdict,
            String verdictText,
            List<Figure> figures,
            List<Reason> reasons,
            List<StepLine> steps) {}

    /**
     * One figure and why.
     *
     * @param id the explanation's id on the page
     * @param note what is said under the figure: the reason of an abatement
     * @param weak whether it rests on a value below official
     */
    record Figure(
            String id, Column column, String text, @Nullable String note, boolean weak, List<StepLine> steps) {}

    /** One step of the computation as a sentence, with its source. */
    record StepLine(
            List<Reference.Piece> sentence, @Nullable SourceLine source, boolean weak) {}

    /**
     * Where a step comes from.
     *
     * @param link the table's page, at the cell; null for a source that has no page
     */
    record SourceLine(
            String file,
            String place,
            List<Reference.Piece> reference,
            String confidence,
            @Nullable String link) {}

    /** What a coverage rule found, and the rule. */
    record Reason(String sentence, String rule) {}

    /**
     * A limit, what was left of it before and what is left now.
     *
     * @param lines the lines that met it
     * @param percentLeft what is left, in per cent of what was left before; for the bar
     */
    record LimitLine(
            String lines,
            String contract,
            String wording,
            String period,
            String before,
            String used,
            String left,
            int percentLeft) {}
}
