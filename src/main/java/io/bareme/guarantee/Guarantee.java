package io.bareme.guarantee;

import io.bareme.values.Source;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One cell of a guarantee table: what one level of a product pays for some families of care, where its conditions hold.
 *
 * @param line the line's short id, unique in its table
 * @param section the heading it stands under, as printed; empty when there is none
 * @param poste the line's words, as printed
 * @param families the care families it covers; an act reaches it through its own family or an ancestor
 * @param conditions all must hold
 * @param wording the cell, as printed
 * @param formula what the wording means under its header
 * @param source the cell itself
 */
public record Guarantee(
        String line,
        String section,
        String poste,
        Set<String> families,
        Set<Condition> conditions,
        String wording,
        Formula formula,
        Source source) {

    private static final Pattern FORFAIT = Pattern.compile("\\bforfait\\b", Pattern.CASE_INSENSITIVE);

    public Guarantee {
        families = Set.copyOf(families);
        conditions = Set.copyOf(conditions);
    }

    /** Whether the cell calls its sum a "forfait": a fixed amount, not a ceiling. */
    public boolean saysForfait() {
        return FORFAIT.matcher(wording).find();
    }
}
