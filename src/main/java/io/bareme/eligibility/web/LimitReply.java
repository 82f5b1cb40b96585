package io.bareme.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.Allowance;
import io.bareme.adjudication.LimitWindow;
import io.bareme.adjudication.LineDecision;
import io.bareme.eligibility.Eligibility;
import io.bareme.exchange.Origin;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.journal.Balance;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One limit or deductible, and what remains of it. */
@Schema(name = "EligibleLimit", description = "A limit in money has amounts, a limit in number has units.")
@JsonInclude(Include.NON_NULL)
record LimitReply(
        @Schema(allowableValues = {"amount", "number", "deductible"})
        String kind,

        @Schema(description = "As printed, where several lines of the table share it.") @Nullable
        String wording,

        @Schema(description = "The line that states it, where several share it.") @Nullable
        Origin source,

        @Schema(description = "The time it counts over.", example = "civil-year")
        String period,

        @Schema(description = "The same in the reader's language.", example = "per civil year")
        String periodText,

        @Schema(
                description = "Whose consumption it adds up.",
                allowableValues = {"person", "family", "eye", "ear", "tooth", "pair"})
        String scope,

        @Schema(
                description = "What is counted; an amount also counts what the compulsory scheme gives where "
                        + "`countsCompulsory` is there.",
                example = "session")
        @Nullable
        String unit,

        @Schema(
                description = "What it comes to; absent where a care line alone has the figure that it is a share of.",
                example = "400.00")
        @Nullable
        String whole,

        @Schema(description = "How many.", example = "10") @Nullable
        Integer wholeCount,

        @Schema(description = "That figure.", example = "base") @Nullable
        String shareOf,

        @Schema(description = "True where it counts what the compulsory scheme gives too; absent elsewhere.") @Nullable
        Boolean countsCompulsory,

        @Schema(description = "Where it counts what care of that day takes.")
        List<CounterReply> counters,

        @Schema(
                description = "True where other care has a counter of its own, with the whole: another tooth, stay,"
                        + " equipment or illness; absent elsewhere.")
        @Nullable
        Boolean others) {

    static LimitReply of(Allowance allowance, Eligibility told, Language language) {
        Limit limit = allowance.limit();
        LineDecision.Shared shared = allowance.shared();
        Money whole = allowance.whole();
        Limit.AmountLimit amount = limit instanceof Limit.AmountLimit one ? one : null;
        Limit.CountLimit count = limit instanceof Limit.CountLimit one ? one : null;
        return new LimitReply(
                shared != null && shared.deductible() ? "deductible" : count == null ? "amount" : "number",
                shared == null ? null : shared.wording(),
                shared == null ? null : Origin.of(allowance.source()),
                allowance.period(),
                Sentences.period(allowance.period(), language.locale()),
                limit.scope() == Scope.BENEFICIARY ? "person" : EligibilityReply.word(limit.scope()),
                count == null ? null : EligibilityReply.word(count.unit()),
                whole == null ? null : plain(whole),
                count == null ? null : count.count(),
                amount != null && whole == null && amount.amount() instanceof Measure.Share share
                        ? EligibilityReply.word(share.basis())
                        : null,
                amount != null && amount.reading() == Reading.INCLUDING_COMPULSORY ? true : null,
                allowance.counters().stream()
                        .map(counter -> CounterReply.of(counter, count != null, told))
                        .toList(),
                allowance.others() ? true : null);
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    /** One counter of the limit. What is left is the whole less what is used and what is reserved. */
    @Schema(name = "EligibleCounter")
    @JsonInclude(Include.NON_NULL)
    record CounterReply(
            @Schema(description = "The tooth, eye or ear; absent for a limit of the person or the family.") @Nullable
            String part,

            @Schema(description = "The illness, as claims name it; absent elsewhere.") @Nullable
            String illness,

            @Schema(description = "The first day it counts over; absent where it has no fixed days.") @Nullable
            LocalDate from,

            @Nullable LocalDate to,

            @Schema(
                    description =
                            "True where no care has opened this time yet: care of that day would; absent elsewhere.")
            @Nullable
            Boolean opens,

            @Schema(description = "Used for good.", example = "100.00") @Nullable
            String used,

            @Schema(description = "Held by authorizations that wait for their invoice.", example = "50.00") @Nullable
            String reserved,

            @Schema(description = "Absent where the whole is.", example = "250.00") @Nullable
            String left,

            @Schema(description = "Units used for good.") @Nullable
            Integer usedCount,

            @Schema(description = "Units held by authorizations.") @Nullable
            Integer reservedCount,

            @Schema(description = "Units left.") @Nullable Integer leftCount) {

        static CounterReply of(Allowance.Counter counter, boolean number, Eligibility told) {
            LimitWindow window = counter.window();
            Money held = counter.keys().stream()
                    .map(key -> told.reserved().get(key))
                    .filter(Objects::nonNull)
                    .map(Balance::used)
                    .reduce(Money.zero(counter.used().currency()), Money::plus);
            int heldCount = counter.keys().stream()
                    .map(key -> told.reserved().get(key))
                    .filter(Objects::nonNull)
                    .mapToInt(Balance::count)
                    .sum();
            Money left = counter.left();
            return new CounterReply(
                    window.part(),
                    window.illness(),
                    window.first(),
                    window.last(),
                    counter.opens() ? true : null,
                    number ? null : plain(counter.used().minus(held)),
                    number ? null : plain(held),
                    left == null ? null : plain(left),
                    number ? counter.count() - heldCount : null,
                    number ? heldCount : null,
                    counter.countLeft());
        }
    }
}
