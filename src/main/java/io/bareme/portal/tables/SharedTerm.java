package io.bareme.portal.tables;

import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.Reach;
import io.bareme.guarantee.SharedLimit;
import io.bareme.portal.pages.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A limit that several lines of a table share, or a deductible, as its fiche states it.
 *
 * @param levels the levels it holds for, as people read them
 * @param reach which care it concerns
 */
record SharedTerm(String wording, String levels, String reach, boolean deductible) {

    private record Key(String wording, Reach reach, boolean deductible) {}

    /** Those of all levels; what several levels say alike is said once. */
    static List<SharedTerm> of(GuaranteeTable table, UnaryOperator<String> family, Texts texts) {
        Map<Key, List<String>> levels = new LinkedHashMap<>();
        for (GuaranteeTable.Level level : table.levels().values()) {
            for (SharedLimit limit : level.limits()) {
                add(levels, new Key(limit.wording(), limit.reach(), false), level);
            }
            for (Deductible deductible : level.deductibles()) {
                add(levels, new Key(deductible.wording(), deductible.reach(), true), level);
            }
        }
        return levels.entrySet().stream()
                .map(term -> new SharedTerm(
                        term.getKey().wording(),
                        String.join(", ", term.getValue()),
                        reach(term.getKey().reach(), table, family, texts),
                        term.getKey().deductible()))
                .toList();
    }

    private static void add(Map<Key, List<String>> levels, Key key, GuaranteeTable.Level level) {
        levels.computeIfAbsent(key, _ -> new ArrayList<>()).add(level.label());
    }

    private static String reach(Reach reach, GuaranteeTable table, UnaryOperator<String> family, Texts texts) {
        return switch (reach) {
            case Reach.Everything() -> texts.say("product.terms.all");
            case Reach.Lines(Set<String> ids) ->
                table.levels().values().stream()
                        .flatMap(level -> level.guarantees().stream())
                        .filter(cell -> ids.contains(cell.line()))
                        .map(Guarantee::poste)
                        .distinct()
                        .collect(Collectors.joining(", "));
            case Reach.Families(Set<String> families) ->
                families.stream().sorted().map(family).collect(Collectors.joining(", "));
        };
    }
}
