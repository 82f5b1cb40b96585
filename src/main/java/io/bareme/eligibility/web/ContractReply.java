package io.bareme.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.Allowance;
import io.bareme.adjudication.Cover;
import io.bareme.adjudication.Enrolment;
import io.bareme.eligibility.Eligibility;
import io.bareme.eligibility.Eligibility.Held;
import io.bareme.exchange.Origin;
import io.bareme.explanation.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One contract that the member holds, held or will hold. */
@Schema(name = "EligibleContract")
@JsonInclude(Include.NON_NULL)
record ContractReply(
        @Schema(description = "The enrolment, as in a decision's contracts.", example = "FR-E0001")
        String contract,

        @Schema(example = "ccn-formation") String product,
        @Schema(example = "niveau-2") String level,

        @Schema(description = "The product's name; absent without a table.") @Nullable
        String productName,

        @Nullable String levelName,

        @Schema(
                allowableValues = {"open", "suspended", "waiting", "closed", "no-table"},
                description = "On the day asked for. Requests on suspended rights wait, they are not refused.")
        String state,

        @Schema(description = "The same in the reader's language, with the day.")
        String stateText,

        @Schema(description = "The first day of care covered.")
        LocalDate from,

        @Schema(description = "The last one; absent when none is set.") @Nullable
        LocalDate to,

        @Schema(description = "Contract years count from this day.")
        LocalDate since,

        @Schema(description = "Limits and deductibles that several of its lines share.")
        List<LimitReply> limits,

        @Schema(description = "What a responsible contract may pay once in a time by law.")
        List<RenewalReply> renewals) {

    static ContractReply of(Held held, Eligibility told, Language language) {
        Enrolment enrolment = held.enrolment();
        Cover cover = held.cover();
        return new ContractReply(
                enrolment.id(),
                enrolment.product(),
                enrolment.level(),
                cover == null ? null : cover.table().name(),
                cover == null ? null : cover.level().label(),
                EligibilityReply.word(held.state().kind()),
                EligibilityReply.text(held.state(), language),
                enrolment.cover().first(),
                enrolment.cover().last(),
                enrolment.since(),
                held.shared().stream()
                        .map(shared -> LimitReply.of(shared, told, language))
                        .toList(),
                held.renewals().stream().map(RenewalReply::of).toList());
    }

    /** How many may be bought on that day. */
    @Schema(name = "Renewal", description = "Without a reason for an earlier renewal.")
    @JsonInclude(Include.NON_NULL)
    record RenewalReply(
            @Schema(allowableValues = {"frame", "lens", "aid-left", "aid-right"})
            String part,

            @Schema(description = "How many in that time.") int most,

            @Schema(description = "How many of them on that day.")
            int left,

            @Schema(description = "From one purchase to the next.", example = "24")
            int months,

            @Schema(description = "The purchase that counts; absent when none does.") @Nullable
            LocalDate since,

            @Schema(description = "The first day on which another may be bought; absent when none is in the way.")
            @Nullable
            LocalDate from,

            Origin source) {

        static RenewalReply of(Allowance.Renewal renewal) {
            return new RenewalReply(
                    renewal.part(),
                    renewal.most(),
                    renewal.left(),
                    renewal.months(),
                    renewal.since(),
                    renewal.from(),
                    Origin.of(renewal.source()));
        }
    }
}
