package io.bareme.reimbursement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.bareme.journal.Billed;
import io.bareme.journal.ListedDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of invoices, the newest first.
 *
 * @param next where the page after this one begins; null when there is none
 */
@Schema(description = "A page of invoices, the newest first.")
@JsonInclude(Include.NON_NULL)
record InvoicePage(
        List<One> invoices,

        @Schema(description = "For the parameter after, where there is another page.", example = "1042") @Nullable
        Long next) {

    /** One of them. */
    @Schema(name = "ListedInvoice")
    @JsonInclude(Include.NON_NULL)
    record One(
            UUID id,
            Instant recorded,
            @Schema(example = "FR-000001") String member,

            @Schema(description = "The professional's id.", example = "prov-42") @Nullable
            String provider,

            @Schema(description = "The professional's own number.", example = "F-2026-0117") @Nullable
            String invoice,

            @Schema(description = "The commitment that it calls on.") @Nullable
            String commitment,

            @Schema(example = "approved") String verdict,
            String verdictText,
            @Schema(example = "EUR") String currency,
            @Schema(example = "60.00") String charge,
            @Schema(example = "40.00") String complementary,

            @Schema(description = "The decision on the same invoice that this one takes the place of.") @Nullable
            UUID supersedes,

            @Schema(description = "The decision on the same invoice that took its place; absent while it stands.")
            @Nullable
            UUID supersededBy) {}

    static InvoicePage of(List<ListedDecision> page, int size, Language language) {
        return new InvoicePage(
                page.stream().map(one -> of(one, language)).toList(),
                page.size() < size ? null : page.getLast().number());
    }

    private static One of(ListedDecision listed, Language language) {
        Billed billed = Objects.requireNonNull(listed.billed());
        return new One(
                listed.id(),
                listed.recorded(),
                listed.person(),
                billed.provider(),
                billed.number(),
                billed.commitment(),
                listed.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Sentences.verdict(listed.verdict(), language.locale()),
                listed.charge().currency().name(),
                listed.charge().amount().toPlainString(),
                listed.complementary().amount().toPlainString(),
                listed.supersedes(),
                listed.supersededBy());
    }
}
