package io.bareme.rulebook.files;

import io.bareme.guarantee.LeftToPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a fiche admits of its table: lines left out, a part of a contract alone, cells that no law allows. */
final class AdmissionsReader {

    private static final String LEFT = "left to a person";
    private static final String DEPARTURES = "departs from responsible";

    private final Fields fields;
    private final Set<String> families;

    /** @param families those that the edition knows */
    AdmissionsReader(Fields fields, Set<String> families) {
        this.fields = fields;
        this.families = families;
    }

    /** Lines of the printed table that the grid does not say. */
    List<LeftToPerson> left() {
        List<LeftToPerson> left = new ArrayList<>();
        if (!fields.has(LEFT)) {
            return left;
        }
        for (Fields each : fields.list(LEFT)) {
            List<String> named = each.words("families");
            String words = each.text("words");
            boolean illness = each.flagOr("illness", false);
            each.refuseOthers();
            for (String family : named) {
                if (!families.contains(family)) {
                    each.refuse(
                            "families",
                            "unknown family \"" + family + '"',
                            "families of " + FamiliesReader.FILE,
                            Nearest.to(family, families));
                }
            }
            if (named.isEmpty()) {
                each.refuse("families", "no family is named", "one family or more", null);
            }
            left.add(new LeftToPerson(Set.copyOf(named), illness, words));
        }
        return left;
    }

    boolean excerpt(boolean responsible) {
        boolean excerpt = !fields.optional("excerpt").isEmpty();
        if (excerpt && !responsible) {
            fields.refuse(
                    "excerpt", "nothing is asked of what the contract leaves out", "responsible: true beside it", null);
        }
        return excerpt;
    }

    List<Departure> departures(boolean responsible, List<Product.LevelName> levels) {
        List<Departure> departures = new ArrayList<>();
        if (!fields.has(DEPARTURES)) {
            return departures;
        }
        if (!responsible) {
            fields.refuse(DEPARTURES, "the contract does not claim to be responsible", "responsible: true", null);
        }
        List<String> known = levels.stream().map(Product.LevelName::id).toList();
        for (Fields each : fields.list(DEPARTURES)) {
            String level = each.text("level");
            if (!level.isEmpty() && !known.contains(level)) {
                each.refuse("level", "unknown level", Fields.oneOf(known), Nearest.to(level, known));
            }
            departures.add(new Departure(each.text("line"), level));
            each.text("why");
            each.refuseOthers();
        }
        return departures;
    }
}
