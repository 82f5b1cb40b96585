package io.bareme.rulebook.files;

import io.bareme.regulation.Nomenclature.Family;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rules/nomenclature/families.csv}: {@code family,parent,label_fr,label_en}. A tree: a family without a
 * parent is a root, every other names a family of the file.
 */
final class FamiliesReader {

    static final String FILE = EditionSources.RULES + "/nomenclature/families.csv";

    private static final List<String> COLUMNS = List.of("family", "parent", "label_fr", "label_en");
    private static final int MOST_ROWS = 5_000;

    private FamiliesReader() {}

    /** The families by id; those with a problem are left out. */
    static Map<String, Family> read(String text, Problems problems) {
        CsvSheet sheet = CsvSheet.read(FILE, text, MOST_ROWS, problems);
        Map<String, Family> families = new LinkedHashMap<>();
        if (sheet == null || !sheet.hasColumns(COLUMNS, List.of(), problems)) {
            return families;
        }
        for (CsvSheet.Row row : sheet.rows()) {
            Family family = family(row, problems);
            if (!family.id().isEmpty() && families.putIfAbsent(family.id(), family) != null) {
                problems.add(
                        FILE,
                        row.place("family"),
                        family.id(),
                        "this family already stands above",
                        "each family once",
                        null);
            }
        }
        for (CsvSheet.Row row : sheet.rows()) {
            checkParent(row, families, problems);
        }
        return families;
    }

    private static Family family(CsvSheet.Row row, Problems problems) {
        String id = row.cell("family");
        if (!id.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*")) {
            problems.add(
                    FILE,
                    row.place("family"),
                    id,
                    "this is no name of a family",
                    "small letters, digits, \"-\" and \".\"",
                    null);
        }
        for (String label : List.of("label_fr", "label_en")) {
            if (row.cell(label).isEmpty()) {
                problems.add(
                        FILE, row.place(label), "", "the cell is empty", "the family's name, as people read it", null);
            }
        }
        String parent = row.cell("parent");
        return new Family(id, parent.isEmpty() ? null : parent, row.cell("label_fr"), row.cell("label_en"));
    }

    private static void checkParent(CsvSheet.Row row, Map<String, Family> families, Problems problems) {
        String parent = row.cell("parent");
        if (!parent.isEmpty() && !families.containsKey(parent)) {
            problems.add(
                    FILE,
                    row.place("parent"),
                    parent,
                    "unknown family",
                    "a family of this file",
                    Nearest.to(parent, families.keySet()));
        } else if (inCircle(row.cell("family"), families)) {
            problems.add(FILE, row.place("parent"), parent, "the family is its own ancestor", "a tree", null);
        }
    }

    private static boolean inCircle(String family, Map<String, Family> families) {
        Set<String> seen = new HashSet<>();
        String above = parent(family, families);
        while (above != null && seen.add(above)) {
            if (above.equals(family)) {
                return true;
            }
            above = parent(above, families);
        }
        return false;
    }

    private static @Nullable String parent(String family, Map<String, Family> families) {
        Family found = families.get(family);
        return found == null ? null : found.parent();
    }
}
