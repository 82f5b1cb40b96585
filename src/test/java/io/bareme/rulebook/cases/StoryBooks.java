package io.bareme.rulebook.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Rights;
import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Limit.AmountLimit;
import io.bareme.guarantee.Measure.Share;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one story has consumed so far, and the whole of each limit: as it was first told, or of the highest base where it
 * is a share of the base of the line that meets it.
 */
final class StoryBooks {
    private final Edition edition;
    private final Rights rights;
    private final Map<String, Consumption.Counter> counters = new HashMap<>();
    private final Map<String, Money> most = new HashMap<>();
    private final Map<String, Integer> mostUnits = new HashMap<>();

    StoryBooks(Edition edition, Rights rights) {
        this.edition = edition;
        this.rights = rights;
    }

    Consumption consumption() {
        return new Consumption(counters);
    }

    /** The day of a purchase under R871-2, which is told by what its period leaves. */
    static boolean isPurchase(String key) {
        return key.contains("/css-r871-2/") && key.contains("/from-");
    }

    /** R871-2 4°: under one contract, one aid for each ear in four years. */
    void oneAidInFourYears(String story) {
        counters.forEach((key, counter) -> {
            if (isPurchase(key) && key.contains("/aid-")) {
                LocalDate first = purchased(key);
                int bought = counters.entrySet().stream()
                        .filter(other -> sameAid(key, other.getKey()))
                        .filter(other -> !purchased(other.getKey()).isBefore(first)
                                && purchased(other.getKey()).isBefore(first.plusYears(4)))
                        .mapToInt(other -> other.getValue().count())
                        .sum();
                assertThat(bought)
                        .as("aids bought under %s over %s", key, story)
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    private static boolean sameAid(String one, String other) {
        String prefix = one.substring(0, one.indexOf("/from-") + "/from-".length());
        return other.startsWith(prefix);
    }

    private static LocalDate purchased(String key) {
        return LocalDate.parse(key.substring(key.indexOf("/from-") + "/from-".length()));
    }

    /**
     * No limit has given more over the story than it had when it was first told; an amount for an equipment is told
     * less what its class A parts cost, and the purchases of R871-2 have a check of their own.
     */
    void neverBeyond(String story) {
        counters.forEach((key, counter) -> {
            if (key.contains("/css-r871-2/") || key.contains("/equipment-")) {
                return;
            }
            if (most.containsKey(key)) {
                assertThat(counter.used()).as("%s over %s", key, story).isLessThanOrEqualTo(most.get(key));
            }
            if (mostUnits.containsKey(key)) {
                assertThat(counter.count()).as("%s over %s", key, story).isLessThanOrEqualTo(mostUnits.get(key));
            }
        });
    }

    void record(Decision decision) {
        for (LineDecision line : decision.lines()) {
            for (LineDecision.LimitUse use : line.limits()) {
                if (use.remainingBefore() != null) {
                    most.merge(use.key(), use.remainingBefore().max(ofBase(use.key(), line)), Money::max);
                }
                if (use.countBefore() != null) {
                    mostUnits.merge(use.key(), use.countBefore(), Math::max);
                }
            }
        }
        for (Decision.Movement moved : decision.movements()) {
            Consumption.Counter before =
                    consumption().of(moved.key(), moved.amount().currency());
            counters.put(
                    moved.key(),
                    new Consumption.Counter(
                            before.used().plus(moved.amount()), before.count() + moved.count(), before.version() + 1));
        }
    }

    /** What the highest limit by base of the key's guarantee comes to on that line's base; zero where it has none. */
    private Money ofBase(String key, LineDecision decided) {
        Money base = decided.shares().base();
        String[] parts = key.split("/");
        return rights.enrolments().stream()
                .filter(enrolment -> enrolment.id().equals(parts[1]))
                .flatMap(enrolment -> guarantees(enrolment, parts[2]))
                .flatMap(guarantee -> limits(guarantee.formula()))
                .map(limit -> ofBase(limit, base))
                .reduce(Money.zero(base.currency()), Money::max);
    }

    private static Money ofBase(Limit limit, Money base) {
        return limit instanceof AmountLimit amount
                        && amount.amount() instanceof Share share
                        && share.basis() == Basis.BASE
                ? base.exact().times(share.rate()).rounded()
                : Money.zero(base.currency());
    }

    private Stream<Guarantee> guarantees(Enrolment enrolment, String line) {
        return edition.tables().getOrDefault(enrolment.product(), List.of()).stream()
                .map(table -> table.levels().get(enrolment.level()))
                .filter(Objects::nonNull)
                .flatMap(level -> level.guarantees().stream())
                .filter(guarantee -> guarantee.line().equals(line));
    }

    private static Stream<Limit> limits(Formula formula) {
        return switch (formula) {
            case Formula.Nothing() -> Stream.of();
            case Formula.Term term -> Stream.of();
            case Formula.FullCover() -> Stream.of();
            case Formula.Sum(var parts) -> parts.stream().flatMap(StoryBooks::limits);
            case Formula.Capped capped -> limits(capped.formula());
            case Formula.Floored floored -> limits(floored.formula());
            case Formula.PerUnit each -> limits(each.formula());
            case Formula.Limited limited ->
                Stream.concat(
                        limited.limits().stream(),
                        Stream.concat(
                                limits(limited.formula()),
                                limited.beyond() == null ? Stream.of() : limits(limited.beyond())));
            case Formula.ByCase(var alternatives) ->
                alternatives.stream().flatMap(alternative -> limits(alternative.formula()));
        };
    }
}
