package io.bareme.rulebook.files;

import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.GuaranteeTable.Level;
import io.bareme.regulation.Nomenclature;
import io.bareme.regulation.Nomenclature.Family;
import io.bareme.regulation.Regulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything the files of an edition hold. Only whole when no problem was reported while it was read.
 *
 * @param tables each product's versions, by first day and revision
 * @param claims the tables that claim to be responsible
 * @param coverage the coverage rules' texts by path, for whoever compiles them
 */
public record EditionFiles(
        Regulation regulation,
        Nomenclature nomenclature,
        Map<String, List<GuaranteeTable>> tables,
        SortedMap<String, String> coverage,
        List<ResponsibleClaim> claims) {

    public EditionFiles {
        claims = List.copyOf(claims);
    }

    /** Reads all files and reports all problems of all of them. */
    public static EditionFiles read(EditionSources sources, Wordings wordings, Problems problems) {
        sources.unreadable().forEach(problems::add);
        SortedMap<String, String> texts = new TreeMap<>();
        sources.files().forEach((file, bytes) -> {
            String text = SourceText.decode(file, bytes, problems);
            if (text != null) {
                texts.put(file, text);
            }
        });
        return new Reading(texts, wordings, problems, new ArrayList<>()).all();
    }

    private record Reading(
            SortedMap<String, String> texts, Wordings wordings, Problems problems, List<ResponsibleClaim> claims) {

        EditionFiles all() {
            texts.keySet().forEach(file -> Layout.check(file, problems));
            RegulationReader regulation = new RegulationReader(problems);
            texts.forEach((file, text) -> {
                if (Layout.isRegulation(file)) {
                    regulation.read(file, text);
                }
            });
            Map<String, Family> families = families();
            ActsReader acts = new ActsReader(families, regulation.regulation(), problems);
            texts.forEach((file, text) -> {
                if (ActsReader.FILE.matcher(file).matches()) {
                    acts.read(file, text);
                }
            });
            return new EditionFiles(
                    regulation.with(CalendarReader.read(texts, problems)),
                    new Nomenclature(acts.acts(), families),
                    tables(families),
                    texts.subMap(Layout.COVERAGE, Layout.COVERAGE + Character.MAX_VALUE),
                    claims);
        }

        private Map<String, Family> families() {
            String text = texts.get(FamiliesReader.FILE);
            if (text == null) {
                problems.add(FamiliesReader.FILE, "", "", "the file is missing", "a tree of care families", null);
                return Map.of();
            }
            return FamiliesReader.read(text, problems);
        }

        private Map<String, List<GuaranteeTable>> tables(Map<String, Family> families) {
            Map<String, List<GuaranteeTable>> tables = new HashMap<>();
            texts.keySet().stream()
                    .map(TableFolder::of)
                    .filter(java.util.Objects::nonNull)
                    .distinct()
                    .sorted()
                    .forEach(folder -> {
                        GuaranteeTable table = table(folder, families);
                        if (table != null) {
                            List<GuaranteeTable> versions =
                                    tables.computeIfAbsent(folder.product(), _ -> new ArrayList<>());
                            refuseOverlap(folder, versions, table);
                            versions.add(table);
                        }
                    });
            return tables;
        }

        private @Nullable GuaranteeTable table(TableFolder folder, Map<String, Family> families) {
            String fiche = present(folder.file(TableFolder.FICHE), "the fiche of the table is missing");
            String grid = present(folder.file(TableFolder.GRID), "the grid of the table is missing");
            Product product = fiche == null
                    ? null
                    : ProductReader.read(
                            folder, folder.file(TableFolder.FICHE), fiche, families.keySet(), wordings, problems);
            if (product == null || grid == null) {
                return null;
            }
            GridReader reader =
                    new GridReader(folder.file(TableFolder.GRID), product, families.keySet(), wordings, problems);
            Map<String, Level> levels = reader.read(grid);
            product.shared().check(reader.lines(), families.keySet(), problems);
            for (Departure departure : product.departures()) {
                if (!reader.lines().contains(departure.line())) {
                    problems.add(
                            folder.file(TableFolder.FICHE),
                            "departs from responsible",
                            departure.line(),
                            "the grid has no such line",
                            Fields.oneOf(reader.lines()),
                            Nearest.to(departure.line(), reader.lines()));
                }
            }
            GuaranteeTable table = product.table().with(levels);
            if (table.responsible()) {
                claims.add(new ResponsibleClaim(
                        table, folder.file(TableFolder.FICHE), product.excerpt(), product.departures()));
            }
            return table;
        }

        private @Nullable String present(String file, String otherwise) {
            String text = texts.get(file);
            if (text == null
                    && problems.all().stream()
                            .noneMatch(problem -> problem.file().equals(file))) {
                problems.add(file, "", "", otherwise, "product.yaml and grid.csv, perhaps cases.yaml", null);
            }
            return text;
        }

        /** A version may end with the next one's first day; one whose last day is said must end before it. */
        private void refuseOverlap(TableFolder folder, List<GuaranteeTable> versions, GuaranteeTable table) {
            for (GuaranteeTable earlier : versions) {
                LocalDate last = earlier.validity().last();
                if (last != null
                        && !earlier.validity().first().equals(folder.firstDay())
                        && !last.isBefore(folder.firstDay())) {
                    problems.add(
                            folder.file(TableFolder.FICHE),
                            "",
                            folder.firstDay().toString(),
                            "the version of " + earlier.validity().first() + " still holds until " + last,
                            "one version for each day of care",
                            "\"last day: " + folder.firstDay().minusDays(1) + "\" in the earlier version");
                }
            }
        }
    }
}
