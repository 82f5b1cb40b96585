package io.bareme.portal.simulator;

import io.bareme.portal.pages.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement (décompte) as the page shows it: every text in the reader's language, every figure with what explains
 * it.
 *
 * @param verdict the verdict's code in small letters, the badge's style
 * @param payers who pays, in their order, the member last
 * @param settlements what moves now, for a file of a Moroccan complementary contract
 * @param reasons what is said of every line alike
 * @param columns headings of the figures of a line, in the order of its cells
 * @param totals one text a column; empty where a total means nothing
 * @param link the address that shows this statement again; null for a member's
 */
record Statement(
        String verdict,
        String verdictText,
        String clock,
        List<Payer> payers,
        List<Settlement> settlements,
        List<Reason> reasons,
        List<Column> columns,
        List<Block> blocks,
        List<String> totals,
        List<LimitLine> limits,
        String edition,
        @Nullable String link) {

    /** The lines, those of one block together. */
    public List<Line> lines() {
        return blocks.stream().flatMap(block -> block.lines().stream()).toList();
    }

    /** For the template. */
    public List<Line> getLines() {
        return lines();
    }

    /** Whether a figure of a line rests on a value below official. */
    public boolean isWeak() {
        return lines().stream().flatMap(line -> line.figures().stream()).anyMatch(Figure::weak);
    }

    /**
     * One payer in the order of payment, the member last.
     *
     * @param place from 1
     * @param who whose colour: {@code compulsory}, {@code other}, {@code contract1}, …, {@code member}
     * @param detail the product that pays, under the word for what it is
     * @param before what those before it left; null for the member, who bears what nobody pays
     * @param note why it pays nothing, or what is taken off it
     * @param from where its piece of the bar begins, in per cent of the charge
     * @param width how wide its piece is, in per cent
     */
    record Payer(
            int place,
            String who,
            String label,
            @Nullable String detail,
            @Nullable String before,
            String amount,
            boolean nothing,
            @Nullable String note,
            String from,
            String width) {}

    /** What the insurer pays now, is paid back or contests, to or from one party, and why. */
    record Settlement(String label, String amount, List<StepLine> why) {}

    /**
     * Lines settled together, or one line alone.
     *
     * @param name what they are; null for a line alone
     * @param notes what was decided on them together
     * @param totals one text a column, of these lines; empty where a total means nothing
     */
    record Block(@Nullable String name, List<StepLine> notes, List<Line> lines, List<String> totals) {}

    /**
     * A column of figures.
     *
     * @param place the payer's in the order of payment; null for a column of no payer
     */
    record Column(String kind, String heading, @Nullable Integer place) {}

    /** One care line. */
    record Line(
            int number,
            String code,
            String label,
            String detail,
            String verdict,
            String verdictText,
            List<Figure> figures,
            List<Payer> payers,
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
            String id, Column column, String text, @Nullable String note, boolean weak, List<StepLine> steps) {

        /** Whether it is an amount of nothing. */
        public boolean isZero() {
            return !text.isEmpty() && text.chars().filter(Character::isDigit).allMatch(digit -> digit == '0');
        }
    }

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

    /**
     * What a coverage rule found, and the rule.
     *
     * @param note whether it changes nothing by itself: a limit that gave less
     */
    record Reason(String sentence, String rule, boolean note) {}

    /**
     * A limit or deductible: whose, over which days, what was used of it before, what is used here and what is left.
     *
     * @param lines the lines that met it
     * @param shared what it is when several lines of the table share it
     * @param period what it counts over, with its days
     * @param usedUp whether nothing is left of it
     * @param deductible whether it is kept back rather than paid
     * @param percentBefore how much of it was used before, in per cent, for the bar
     * @param percentHere how much of it is used here
     */
    record LimitLine(
            String lines,
            String contract,
            String wording,
            boolean shared,
            String whose,
            String period,
            String before,
            String here,
            String left,
            boolean usedUp,
            boolean deductible,
            int percentBefore,
            int percentHere) {}
}
