package io.bareme.rulebook.files;

import java.util.List;
import java.util.regex.Pattern;

/** Where each kind of file lies. A file that lies nowhere is refused: it would be passed over in silence. */
final class Layout {

    static final String COVERAGE = EditionSources.RULES + "/coverage/";

    private static final Pattern REGULATION = Pattern.compile(RegulationReader.FOLDER + "(fr|ma)/.+\\.yaml");
    private static final Pattern COVERAGE_FILE = Pattern.compile(COVERAGE + ".+\\.drl");
    private static final Pattern HARNESS = Pattern.compile(EditionSources.CASES + "(fr|ma)/.+\\.yaml");
    private static final List<String> OF_TABLE = List.of(TableFolder.FICHE, TableFolder.GRID, TableFolder.CASES);

    private Layout() {}

    static boolean isRegulation(String file) {
        return REGULATION.matcher(file).matches();
    }

    static boolean isHarness(String file) {
        return HARNESS.matcher(file).matches();
    }

    static boolean isTableCases(String file) {
        return TableFolder.of(file) != null && file.endsWith("/" + TableFolder.CASES);
    }

    static void check(String file, Problems problems) {
        if (file.startsWith(EditionSources.TABLES + "/")) {
            checkTableFile(file, problems);
        } else if (!isRegulation(file)
                && !file.equals(FamiliesReader.FILE)
                && !ActsReader.FILE.matcher(file).matches()
                && !CalendarReader.FILE.matcher(file).matches()
                && !COVERAGE_FILE.matcher(file).matches()
                && !isHarness(file)) {
            problems.add(
                    file,
                    "",
                    "",
                    "no file is expected here",
                    "rules/regulation/<fr|ma>/….yaml, rules/calendars/<fr|ma>.yaml, rules/nomenclature/families.csv, "
                            + "rules/nomenclature/<fr|ma>/acts.csv, rules/coverage/….drl, rules/cases/<fr|ma>/….yaml",
                    file.endsWith(".yml") ? "\"" + file.replaceAll("yml$", "yaml") + '"' : null);
        }
    }

    private static void checkTableFile(String file, Problems problems) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String day = TableFolder.day(file);
        if (day != null && Days.read(day) == null) {
            problems.add(file, "", day, "the folder's name is not a day", Days.ALLOWED, null);
        } else if (TableFolder.of(file) == null) {
            problems.add(
                    file,
                    "",
                    "",
                    "no file is expected here",
                    "guarantee-tables/<product>/<first day, as 2024-01-01>/",
                    null);
        } else if (!OF_TABLE.contains(name)) {
            problems.add(file, "", "", "unknown file", String.join(", ", OF_TABLE), Nearest.to(name, OF_TABLE));
        }
    }
}
