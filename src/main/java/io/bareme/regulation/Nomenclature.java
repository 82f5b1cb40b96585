package io.bareme.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Acts by code, and the tree of care families they belong to. */
public record Nomenclature(Map<ActCode, Act> acts, Map<String, Family> families) {

    public Nomenclature {
        acts = Map.copyOf(acts);
        families = Map.copyOf(families);
    }

    /** A care family; the root has no parent. */
    public record Family(String id, @Nullable String parent, String labelFr, String labelEn) {}

    public @Nullable Act act(ActCode code) {
        return acts.get(code);
    }

    /** The family and its ancestors, nearest first. Ends at the root; the loader refuses a circle. */
    public List<String> lineage(String family) {
        List<String> lineage = new ArrayList<>();
        String id = family;
        while (id != null && !lineage.contains(id)) {
            lineage.add(id);
            Family found = families.get(id);
            id = found == null ? null : found.parent();
        }
        return List.copyOf(lineage);
    }
}
