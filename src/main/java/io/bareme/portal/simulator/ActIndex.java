package io.bareme.portal.simulator;

import io.bareme.adjudication.Edition;
import io.bareme.explanation.Language;
import io.bareme.regulation.Act;
import io.bareme.regulation.Act.TariffRule;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.Nomenclature;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds an edition's acts by code or by words, whatever their accents and capitals. */
final class ActIndex {

    /** What one search answers with at most. */
    static final int MOST = 12;
    /** Between an act's code and its words, where people read them together. */
    static final String SEPARATOR = " · ";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}-]+");

    private record Entry(Act act, String country, String code, String text) {

        /** Smaller is nearer; negative when a word of the query is nowhere. */
        int distance(String query, List<String> words) {
            if (code.equals(query)) {
                return 0;
            }
            for (String word : words) {
                if (!text.contains(" " + word)) {
                    return -1;
                }
            }
            if (code.startsWith(query)) {
                return 1;
            }
            return text.startsWith(" " + query) ? 2 : text.contains(" " + query) ? 3 : 4;
        }
    }

    private record Hit(Entry entry, int distance) {}

    private final List<Entry> entries;

    private ActIndex(List<Entry> entries) {
        this.entries = entries;
    }

    static ActIndex of(Edition edition) {
        Nomenclature nomenclature = edition.nomenclature();
        return new ActIndex(nomenclature.acts().values().stream()
                .map(act -> entry(act, nomenclature))
                .sorted(Comparator.comparing(Entry::text))
                .toList());
    }

    private static Entry entry(Act act, Nomenclature nomenclature) {
        Nomenclature.Family family = nomenclature.families().get(act.family());
        String words = act.labelFr() + " " + act.labelEn() + " "
                + (family == null ? "" : family.labelFr() + " " + family.labelEn()) + " "
                + act.code().code() + " " + act.code();
        String code = folded(act.code().code());
        return new Entry(act, country(act), code, " " + folded(words));
    }

    /** The acts of a country are those of its folder: {@code rules/nomenclature/fr/acts.csv}. */
    private static String country(Act act) {
        return act.source().file().contains("/ma/") ? "MA" : "FR";
    }

    /** The nearest first; all words of the query must be found, each at the beginning of a word. */
    List<Act> search(String query, String country) {
        String folded = folded(query);
        if (folded.isEmpty()) {
            return List.of();
        }
        List<String> words = List.of(folded.split(" "));
        return entries.stream()
                .filter(entry -> entry.country().equals(country))
                .map(entry -> new Hit(entry, entry.distance(folded, words)))
                .filter(hit -> hit.distance() >= 0)
                .sorted(Comparator.comparingInt(Hit::distance))
                .limit(MOST)
                .map(hit -> hit.entry().act())
                .toList();
    }

    /** The one act that the text names, by its code, by code and words, or by its exact words; null when none or several do. */
    @Nullable
    Act named(String typed, String country) {
        String text = folded(typed.contains(SEPARATOR) ? typed.substring(0, typed.indexOf(SEPARATOR)) : typed);
        List<Act> found = entries.stream()
                .filter(entry -> entry.country().equals(country))
                .map(Entry::act)
                .filter(act -> text.equals(folded(act.code().code()))
                        || text.equals(folded(act.code().toString()))
                        || text.equals(folded(act.labelFr()))
                        || text.equals(folded(act.labelEn())))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** As people read it: {@code G · Consultation de médecin généraliste}; a line of our own catalogue by its words. */
    static String shown(Act act, Locale locale) {
        String code = code(act);
        return code.isEmpty() ? label(act, locale) : code + SEPARATOR + label(act, locale);
    }

    /** The official code; empty for a line of our own catalogue, whose words say what it is. */
    static String code(Act act) {
        return act.code().system() == CodeSystem.LOCAL ? "" : act.code().code();
    }

    static String label(Act act, Locale locale) {
        return switch (Language.of(locale)) {
            case FRENCH -> act.labelFr();
            case ENGLISH -> act.labelEn();
        };
    }

    static boolean needsCoefficient(Act act) {
        return act.tariff() instanceof TariffRule.LetterKey;
    }

    private static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
