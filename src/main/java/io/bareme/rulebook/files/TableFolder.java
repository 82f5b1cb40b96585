package io.bareme.rulebook.files;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one version of a product's table: {@code guarantee-tables/<product>/<first day>}, with {@code -r2} and
 * so on behind the day for a correction.
 */
record TableFolder(String product, LocalDate firstDay, int revision) implements Comparable<TableFolder> {

    static final String FICHE = "product.yaml";
    static final String GRID = "grid.csv";
    static final String CASES = "cases.yaml";

    private static final Pattern FOLDER = Pattern.compile(EditionSources.TABLES
            + "/([a-z0-9]+(?:[-.][a-z0-9]+)*)/(\\d{4}-\\d{2}-\\d{2})(?:-r([2-9]|[1-9]\\d{1,2}))?");

    /** The folder that a file lies in; null when its path has another form. */
    static @Nullable TableFolder of(String file) {
        Matcher matcher = FOLDER.matcher(file.replaceAll("/[^/]*$", ""));
        LocalDate day = matcher.matches() ? Days.read(matcher.group(2)) : null;
        if (day == null) {
            return null;
        }
        String revision = matcher.group(3);
        return new TableFolder(matcher.group(1), day, revision == null ? 1 : Integer.parseInt(revision));
    }

    /** What the folder that a file lies in gives as its day, should there be no such day; null when it has another form. */
    static @Nullable String day(String file) {
        Matcher matcher = FOLDER.matcher(file.replaceAll("/[^/]*$", ""));
        return matcher.matches() ? matcher.group(2) : null;
    }

    String file(String name) {
        String suffix = revision == 1 ? "" : "-r" + revision;
        return EditionSources.TABLES + "/" + product + "/" + firstDay + suffix + "/" + name;
    }

    @Override
    public int compareTo(TableFolder other) {
        int products = product.compareTo(other.product);
        int days = products == 0 ? firstDay.compareTo(other.firstDay) : products;
        return days == 0 ? Integer.compare(revision, other.revision) : days;
    }
}
