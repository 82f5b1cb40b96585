package io.bareme.rulebook.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * The rows of a CSV file (RFC 4180, comma) under its header. Rows are numbered as a spreadsheet does, the header is
 * row 1. Rows without any text are passed over.
 */
final class CsvSheet {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    private final String file;
    private final Map<String, Integer> columns;
    private final List<Row> rows = new ArrayList<>();

    private CsvSheet(String file, Map<String, Integer> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** One row: the text of its cells, stripped of blanks around it. */
    final class Row {
        private final int number;
        private final String[] cells;

        private Row(int number, String[] cells) {
            this.number = number;
            this.cells = cells;
        }

        String cell(String column) {
            Integer index = columns.get(column);
            return index == null || index >= cells.length ? "" : cells[index].strip();
        }

        String place(String column) {
            return "row " + number + ", column \"" + column + '"';
        }

        String place() {
            return "row " + number;
        }

        String file() {
            return file;
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /**
     * Reads row by row and stops at a row too many, so that a file of any length costs little.
     *
     * @return null when a problem was reported that leaves nothing to read
     */
    static @Nullable CsvSheet read(String file, String text, int mostRows, Problems problems) {
        try (MappingIterator<String[]> lines = CSV.readerFor(String[].class).readValues(text)) {
            if (!lines.hasNextValue()) {
                problems.add(file, "", "", "the file is empty", "a header and its rows", null);
                return null;
            }
            Map<String, Integer> columns = header(file, lines.nextValue(), problems);
            return columns == null ? null : rows(new CsvSheet(file, columns), lines, mostRows, problems);
        } catch (JacksonException broken) {
            String line = broken.getLocation() == null
                    ? ""
                    : "line " + broken.getLocation().getLineNr();
            problems.add(
                    file,
                    line,
                    "",
                    "this is not CSV: "
                            + broken.getOriginalMessage().lines().findFirst().orElse(""),
                    "cells between commas, in quotation marks when they hold a comma or a quotation mark",
                    "a quotation mark is not closed: within a cell it is written twice");
            return null;
        }
    }

    private static @Nullable Map<String, Integer> header(String file, String[] cells, Problems problems) {
        if (cells.length == 1 && cells[0].contains(";")) {
            problems.add(
                    file,
                    "row 1",
                    cells[0],
                    "the cells are separated by semicolons",
                    "cells separated by commas",
                    "the file was saved by a French Excel: save it as \"CSV UTF-8\" with the list separator \",\"");
            return null;
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (columns.putIfAbsent(cells[i].strip(), i) != null) {
                problems.add(file, "row 1", cells[i], "this column stands twice", "each column once", null);
            }
        }
        return columns.size() < cells.length ? null : columns;
    }

    private static @Nullable CsvSheet rows(
            CsvSheet sheet, MappingIterator<String[]> lines, int mostRows, Problems problems) {
        for (int number = 2; lines.hasNextValue(); number++) {
            String[] cells = lines.nextValue();
            if (number > mostRows + 1) {
                problems.add(
                        sheet.file,
                        "row " + number,
                        "",
                        "more than " + mostRows + " rows",
                        mostRows + " rows at most",
                        null);
                return null;
            }
            if (String.join("", cells).isBlank()) {
                continue;
            }
            if (cells.length != sheet.columns.size()) {
                problems.add(
                        sheet.file,
                        "row " + number,
                        String.join(",", cells),
                        "the row has " + cells.length + " cells",
                        sheet.columns.size() + " cells, as the header",
                        cells.length > sheet.columns.size()
                                ? "a cell that holds a comma lacks its quotation marks"
                                : null);
                continue;
            }
            sheet.rows.add(sheet.new Row(number, cells));
        }
        return sheet;
    }

    /** Reports columns that are not known and known ones that are missing; false when one is missing. */
    boolean hasColumns(List<String> required, List<String> optional, Problems problems) {
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        boolean all = true;
        for (String column : columns.keySet()) {
            if (!known.contains(column)) {
                problems.add(
                        file, "row 1", column, "unknown column", String.join(", ", known), Nearest.to(column, known));
            }
        }
        for (String column : required) {
            if (!columns.containsKey(column)) {
                problems.add(
                        file, "row 1", "", "the column \"" + column + "\" is missing", String.join(", ", known), null);
                all = false;
            }
        }
        return all;
    }
}
