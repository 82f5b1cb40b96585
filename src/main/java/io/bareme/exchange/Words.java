package io.bareme.exchange;

import io.bareme.adjudication.CareLine.Pathway;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Course;
import io.bareme.adjudication.Dossier;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Scheme;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The closed lists of words that a claim may use, with their meaning; in the order in which they are told. */
final class Words {

    static final Map<String, ClaimKind> KINDS = of(ClaimKind.values(), Words::small);
    static final Map<String, Dossier> DOSSIERS = of(Dossier.values(), Dossier::word);
    /** Those that come once the scheme has settled. */
    static final Set<String> AFTER_THE_SCHEME = ordered(Stream.of(Dossier.values())
            .filter(Dossier::afterTheScheme)
            .map(Dossier::word)
            .toArray(String[]::new));

    static final Map<String, Scheme> SCHEMES = of(Scheme.values(), Scheme::word);
    static final Map<String, Exemption> EXEMPTIONS = of(Exemption.values(), Exemption::word);
    static final Map<String, Provider.Category> CATEGORIES = of(Provider.Category.values(), Provider.Category::word);
    static final Map<String, CodeSystem> SYSTEMS = of(CodeSystem.values(), Enum::name);
    static final Map<String, Pathway> PATHWAYS = pathways();
    static final Map<String, Course.Discharge> DISCHARGES = of(Course.Discharge.values(), Course.Discharge::word);
    static final Map<String, Course.DailyCharge> DAILY_CHARGES =
            of(Course.DailyCharge.values(), Course.DailyCharge::word);
    static final Map<String, Course.Renewal> RENEWALS = of(Course.Renewal.values(), Course.Renewal::word);
    static final Set<String> CLASSES = ordered("A", "B", "I", "II");
    static final Set<String> BASKETS = ordered("100-sante", "controlled", "free");
    static final Set<String> LENSES = ordered("simple", "complex", "very-complex");
    static final Set<String> COUNTRIES = ordered(Locale.getISOCountries());
    /** Teeth by their FDI number (ISO 3950), permanent and deciduous; the eye or ear by its side. */
    static final Set<String> PARTS = parts();

    private Words() {}

    /** The meaning of a word that was checked: an unknown one is a broken program. */
    static <T> T of(Map<String, T> words, String word) {
        T meaning = words.get(word);
        if (meaning == null) {
            throw new IllegalArgumentException("Not one of " + words.keySet() + ": " + word);
        }
        return meaning;
    }

    /** Those of words that were checked. */
    static Set<Exemption> exemptions(List<String> words) {
        EnumSet<Exemption> exemptions = EnumSet.noneOf(Exemption.class);
        for (String word : words) {
            exemptions.add(of(EXEMPTIONS, word));
        }
        return exemptions;
    }

    /** {@code CCAM HBLD634}, of a system that was checked. */
    static ActCode act(String words) {
        int blank = words.indexOf(' ');
        return new ActCode(of(SYSTEMS, words.substring(0, blank)), words.substring(blank + 1));
    }

    /** {@code WORK_ACCIDENT} as {@code work-accident}. */
    static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> Map<String, T> of(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }

    private static Map<String, Pathway> pathways() {
        Map<String, Pathway> pathways = new LinkedHashMap<>();
        pathways.put("in", Pathway.INSIDE);
        pathways.put("out", Pathway.OUTSIDE);
        pathways.put("exempt", Pathway.EXEMPT);
        return pathways;
    }

    private static Set<String> ordered(String... words) {
        return java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(List.of(words)));
    }

    private static Set<String> parts() {
        Stream<String> teeth = IntStream.rangeClosed(1, 8)
                .boxed()
                .flatMap(quadrant ->
                        IntStream.rangeClosed(1, quadrant <= 4 ? 8 : 5).mapToObj(tooth -> "" + quadrant + tooth));
        return ordered(Stream.concat(Stream.of("left", "right"), teeth).toArray(String[]::new));
    }
}
