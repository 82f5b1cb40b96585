package io.bareme.rulebook.files;

import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Reach;
import io.bareme.guarantee.SharedLimit;
import io.bareme.values.Currency;
import io.bareme.values.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what several lines of a table share, from its fiche:
 *
 * <pre>
 * limits:
 *   - {id: yearly-ceiling, lines: all, words: "1 000 000 MAD par an et par bénéficiaire"}
 *   - {id: gentle, lines: [osteopathy, chiropractic], words: {niveau-1: "4 séances par an", niveau-2: "6 séances par an"}}
 *   - {id: dental, families: [dental], words: {niveau-2: "2 000 € par an"}}
 * deductibles:
 *   - {id: yearly, lines: all, words: "500 MAD par an et par bénéficiaire"}
 *   - {id: visit, families: [consultation], words: "50 MAD par acte"}
 * </pre>
 *
 * One text holds for all levels; a level that is not named has no such limit. Lines and families are looked up once the
 * grid is read: {@link Shared#check}.
 */
final class SharedLimitsReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");
    private static final String ALL = "all";

    private final String file;
    private final List<Product.LevelName> levels;
    private final HeaderReadings readings;
    private final Currency currency;
    private final Wordings wordings;
    private final String reference;
    private final io.bareme.values.Confidence confidence;
    private final Problems problems;
    private final Shared shared = new Shared(new HashMap<>(), new HashMap<>(), new ArrayList<>());
    private final Set<String> ids = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    /**
     * What each level's lines share, by level.
     *
     * @param named the lines and families named, each with its place, to be looked up
     */
    record Shared(Map<String, List<SharedLimit>> limits, Map<String, List<Deductible>> deductibles, List<Named> named) {

        static final Shared NOTHING = new Shared(Map.of(), Map.of(), List.of());

        /** Reports every line and family that is named and is not there. */
        void check(Set<String> lines, Set<String> families, Problems problems) {
            for (Named one : named) {
                Set<String> known = one.isLine() ? lines : families;
                if (!known.contains(one.word())) {
                    problems.add(
                            one.file(),
                            one.place(),
                            one.word(),
                            one.isLine() ? "the grid has no such line" : "unknown family",
                            one.isLine() ? "all, or lines of the grid" : "families of " + FamiliesReader.FILE,
                            Nearest.to(one.word(), known));
                }
            }
        }

        List<SharedLimit> limitsOf(String level) {
            return limits.getOrDefault(level, List.of());
        }

        List<Deductible> deductiblesOf(String level) {
            return deductibles.getOrDefault(level, List.of());
        }
    }

    /** A word of the fiche that the grid or the tree of families must know. */
    record Named(String file, String place, String word, boolean isLine) {}

    SharedLimitsReader(
            String file,
            List<Product.LevelName> levels,
            HeaderReadings readings,
            Currency currency,
            Wordings wordings,
            String reference,
            io.bareme.values.Confidence confidence,
            Problems problems) {
        this.file = file;
        this.levels = levels;
        this.readings = readings;
        this.currency = currency;
        this.wordings = wordings;
        this.reference = reference;
        this.confidence = confidence;
        this.problems = problems;
    }

    Shared read(Fields fiche) {
        each(fiche, "limits", this::limit);
        each(fiche, "deductibles", this::deductible);
        return shared;
    }

    private interface OfLevel {
        void read(Fields fields, String key, String level, String id, Reach reach, String words);
    }

    private void each(Fields fiche, String key, OfLevel read) {
        if (!fiche.has(key)) {
            return;
        }
        for (Fields fields : fiche.list(key)) {
            String id = id(fields);
            Reach reach = reach(fields);
            words(fields).forEach((level, words) -> read.read(fields, "words", level, id, reach, words));
            fields.refuseOthers();
        }
    }

    private String id(Fields fields) {
        String id = fields.text("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fields.refuse("id", "this is no name of a limit", "small letters, digits and \"-\"", null);
        } else if (!id.isEmpty() && !ids.add(id)) {
            fields.refuse("id", "this name already stands above", "each name once", null);
        }
        return id;
    }

    private Reach reach(Fields fields) {
        List<String> lines = fields.words("lines");
        List<String> families = fields.words("families");
        if (lines.isEmpty() == families.isEmpty()) {
            fields.refuseWhole(
                    "the limit does not say which lines share it", "lines: all, lines: […] or families: […]");
            return new Reach.Everything();
        }
        if (lines.equals(List.of(ALL))) {
            return new Reach.Everything();
        }
        lines.forEach(word -> shared.named().add(new Named(file, fields.place("lines"), word, true)));
        families.forEach(word -> shared.named().add(new Named(file, fields.place("families"), word, false)));
        return families.isEmpty() ? new Reach.Lines(Set.copyOf(lines)) : new Reach.Families(Set.copyOf(families));
    }

    /** The words of each level that has such a limit. */
    private Map<String, String> words(Fields fields) {
        Map<String, String> words = new LinkedHashMap<>();
        if (!fields.isMapping("words")) {
            String forAll = fields.text("words");
            levels.forEach(level -> words.put(level.id(), forAll));
            return forAll.isEmpty() ? Map.of() : words;
        }
        Fields below = fields.fields("words");
        for (Product.LevelName level : levels) {
            if (below.has(level.id())) {
                words.put(level.id(), below.text(level.id()));
            }
        }
        below.refuseOthers();
        return words;
    }

    private void limit(Fields fields, String key, String level, String id, Reach reach, String words) {
        switch (wordings.limit(words, readings, currency)) {
            case Wordings.LimitWording.OverTime(Limit limit) ->
                shared.limits()
                        .computeIfAbsent(level, _ -> new ArrayList<>())
                        .add(new SharedLimit(id, reach, words, limit, source(fields, key)));
            case Wordings.LimitWording.ForUnit _ ->
                refuse(fields, key, words, "the words name no time over which lines share it", "2 000 € par an", null);
            case Wordings.LimitWording.Refused(String message, String allowed, String maybe) ->
                refuse(fields, key, words, message, allowed, maybe);
        }
    }

    private void deductible(Fields fields, String key, String level, String id, Reach reach, String words) {
        switch (wordings.limit(words, readings, currency)) {
            case Wordings.LimitWording.OverTime(Limit.AmountLimit limit) ->
                add(
                        fields,
                        key,
                        level,
                        id,
                        reach,
                        words,
                        limit.amount(),
                        new Deductible.Each.OverTime(limit.period(), limit.scope()));
            case Wordings.LimitWording.OverTime(Limit.CountLimit _) ->
                refuse(fields, key, words, "a deductible is a sum of money", "500 MAD par an, 50 MAD par acte", null);
            case Wordings.LimitWording.ForUnit(var amount, var unit) ->
                add(fields, key, level, id, reach, words, amount, new Deductible.Each.ForUnit(unit));
            case Wordings.LimitWording.Refused(String message, String allowed, String maybe) ->
                refuse(fields, key, words, message, allowed, maybe);
        }
    }

    private void add(
            Fields fields,
            String key,
            String level,
            String id,
            Reach reach,
            String words,
            io.bareme.guarantee.Measure amount,
            Deductible.Each each) {
        shared.deductibles()
                .computeIfAbsent(level, _ -> new ArrayList<>())
                .add(new Deductible(id, reach, words, amount, each, source(fields, key)));
    }

    private void refuse(
            Fields fields, String key, String words, String message, String allowed, @Nullable String maybe) {
        if (refused.add(fields.place(key) + words)) {
            problems.add(file, fields.place(key), words, message, allowed, maybe);
        }
    }

    private Source source(Fields fields, String key) {
        return new Source(file, fields.place(key), reference, confidence);
    }
}
