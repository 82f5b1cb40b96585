package io.bareme.portal.tables;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.portal.pages.Reference;
import io.bareme.portal.pages.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A guarantee table as it was published: its sections, its lines in their order, a column for each level.
 *
 * @param sections in the order of the table
 * @param terms limits that lines share, and deductibles
 */
record TableView(
        GuaranteeTable table,
        List<Level> levels,
        List<Section> sections,
        List<SharedTerm> terms,
        List<List<Reference.Piece>> sources) {

    /** A column. {@code marked} when someone came for one of its cells. */
    record Level(String id, String label, boolean marked) {}

    /** Lines under one heading. */
    record Section(String heading, List<Line> lines) {}

    /**
     * One line of the grid.
     *
     * @param row its row in the file
     * @param cells one for each level, empty where a level says nothing
     */
    record Line(int row, String id, String poste, List<String> conditions, List<Cell> cells, boolean marked) {}

    /** A wording as printed; {@code marked} is the one a figure rests on. */
    record Cell(String level, String wording, boolean marked) {}

    private static final Pattern ROW = Pattern.compile("row (\\d+)");

    /**
     * @param row the row someone came for, or 0
     * @param family a care family as people read it
     */
    static TableView of(
            GuaranteeTable table, int row, @Nullable String level, UnaryOperator<String> family, Texts texts) {
        List<Level> levels = table.levels().values().stream()
                .map(one -> new Level(one.id(), one.label(), one.id().equals(level)))
                .toList();
        Map<Integer, Map<String, Guarantee>> grid = new LinkedHashMap<>();
        table.levels()
                .forEach((id, one) -> one.guarantees()
                        .forEach(cell -> grid.computeIfAbsent(row(cell), _ -> new LinkedHashMap<>())
                                .put(id, cell)));
        Map<String, List<Line>> sections = new LinkedHashMap<>();
        grid.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(line -> {
                    Guarantee first = line.getValue().values().iterator().next();
                    sections.computeIfAbsent(first.section(), _ -> new ArrayList<>())
                            .add(line(line.getKey(), first, levels, line.getValue(), row, texts));
                });
        return new TableView(
                table,
                levels,
                sections.entrySet().stream()
                        .map(section -> new Section(section.getKey(), section.getValue()))
                        .toList(),
                SharedTerm.of(table, family, texts),
                sources(table));
    }

    private static Line line(
            int row, Guarantee first, List<Level> levels, Map<String, Guarantee> cells, int wanted, Texts texts) {
        boolean marked = row == wanted;
        return new Line(
                row,
                first.line(),
                first.poste(),
                first.conditions().stream()
                        .sorted()
                        .map(Condition::word)
                        .map(word -> texts.say("condition." + word))
                        .toList(),
                levels.stream()
                        .map(level -> {
                            Guarantee cell = cells.get(level.id());
                            return new Cell(
                                    level.label(), cell == null ? "" : cell.wording(), marked && level.marked());
                        })
                        .toList(),
                marked);
    }

    private static int row(Guarantee cell) {
        Matcher row = ROW.matcher(cell.source().place());
        return row.find() ? Integer.parseInt(row.group(1)) : 0;
    }

    private static List<List<Reference.Piece>> sources(GuaranteeTable table) {
        return table.levels().values().stream()
                .flatMap(level -> level.guarantees().stream())
                .map(cell -> cell.source().reference())
                .distinct()
                .map(Reference::pieces)
                .toList();
    }
}
