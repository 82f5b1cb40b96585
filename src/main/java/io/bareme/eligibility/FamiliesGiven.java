package io.bareme.eligibility;

import io.bareme.adjudication.Allowances;
import io.bareme.adjudication.Cover;
import io.bareme.eligibility.Eligibility.FamilyOfCare;
import io.bareme.eligibility.Eligibility.Given;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.LeftToPerson;
import io.bareme.regulation.Nomenclature;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the tables say, family by family: whole families, until they have {@value #MOST} lines together. */
final class FamiliesGiven {

    private static final int MOST = 500;

    private final Allowances allowances;
    private final Nomenclature nomenclature;
    private final List<String> wanted;
    private final @Nullable String after;
    private boolean more;

    /**
     * @param wanted families of interest: those below them are told, and those above, whose lines an act falls back on;
     *     empty for all
     */
    FamiliesGiven(Allowances allowances, Nomenclature nomenclature, List<String> wanted, @Nullable String after) {
        this.allowances = allowances;
        this.nomenclature = nomenclature;
        this.wanted = wanted;
        this.after = after;
    }

    /** Asked after {@link #told}: whether families follow that were not told. */
    boolean more() {
        return more;
    }

    List<FamilyOfCare> told() {
        List<FamilyOfCare> told = new ArrayList<>();
        int lines = 0;
        for (var family : byFamily().entrySet()) {
            if (!told.isEmpty() && lines + family.getValue().size() > MOST) {
                more = true;
                break;
            }
            lines += family.getValue().size();
            told.add(new FamilyOfCare(
                    family.getKey(), family.getValue().stream().map(this::given).toList()));
        }
        return told;
    }

    /** One line of one contract's table: its cell, or the words left to a person. */
    private record Line(
            Cover cover, @Nullable Guarantee cell, @Nullable LeftToPerson left) {}

    private Given given(Line line) {
        Guarantee cell = line.cell();
        LeftToPerson left = line.left();
        if (cell != null) {
            return new Given.Cell(line.cover(), cell, allowances.of(line.cover(), cell));
        }
        if (left != null) {
            return new Given.Left(line.cover(), left);
        }
        throw new IllegalStateException("A line is a cell or left to a person");
    }

    private SortedMap<String, List<Line>> byFamily() {
        SortedMap<String, List<Line>> byFamily = new TreeMap<>();
        for (Cover cover : allowances.covers()) {
            for (Guarantee cell : cover.level().guarantees()) {
                cell.families().forEach(family -> add(byFamily, family, new Line(cover, cell, null)));
            }
            for (LeftToPerson left : cover.table().left()) {
                left.families().forEach(family -> add(byFamily, family, new Line(cover, null, left)));
            }
        }
        return byFamily;
    }

    private void add(SortedMap<String, List<Line>> byFamily, String family, Line line) {
        if ((after == null || family.compareTo(after) > 0) && isWanted(family)) {
            byFamily.computeIfAbsent(family, _ -> new ArrayList<>()).add(line);
        }
    }

    private boolean isWanted(String family) {
        return wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(one -> nomenclature.lineage(family).contains(one)
                                || nomenclature.lineage(one).contains(family));
    }
}
