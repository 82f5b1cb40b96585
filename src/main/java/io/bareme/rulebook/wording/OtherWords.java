package io.bareme.rulebook.wording;

import java.util.Map;
import java.util.Optional;

/** Words seen in published tables that no formula of one line can hold, and what to do about them. */
final class OtherWords {

    private static final String ELSEWHERE = "what another table says must be written here";
    private static final String WHERE = "which care is meant belongs in the line's families or conditions";
    private static final String TARIFF = "the tariff a base is reconstructed on cannot be named in a cell";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("tableau", ELSEWHERE),
            Map.entry("tableaux", ELSEWHERE),
            Map.entry("panier", ELSEWHERE),
            Map.entry("contrat", ELSEWHERE),
            Map.entry("chirurgicale", WHERE),
            Map.entry("psychiatrie", WHERE),
            Map.entry("ambulatoires", WHERE),
            Map.entry("spr", TARIFF),
            Map.entry("to", TARIFF));

    private OtherWords() {}

    static Optional<String> reason(String word) {
        return Optional.ofNullable(REASONS.get(Spelling.plain(word)));
    }
}
