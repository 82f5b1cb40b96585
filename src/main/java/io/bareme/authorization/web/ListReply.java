package io.bareme.authorization.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.authorization.Authorizations.Listed;
import io.bareme.explanation.Language;
import io.bareme.explanation.Sentences;
import io.bareme.journal.Commitment;
import io.bareme.journal.ListedDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of authorizations, the newest first.
 *
 * @param next where the page after this one begins; null when there is none
 */
@Schema(name = "AuthorizationPage", description = "A page of authorizations, the newest first.")
@JsonInclude(Include.NON_NULL)
record ListReply(
        List<One> authorizations,

        @Schema(description = "For the parameter after, where there is another page.", example = "1042") @Nullable
        Long next) {

    /** One of them. */
    @Schema(name = "ListedAuthorization")
    @JsonInclude(Include.NON_NULL)
    record One(
            UUID id,
            Instant recorded,
            @Schema(example = "FR-000001") String member,
            @Schema(example = "approved") String verdict,
            String verdictText,
            @Schema(example = "EUR") String currency,
            @Schema(example = "60.00") String charge,
            @Schema(example = "40.00") String complementary,
            @Nullable Promise commitment,
            @Nullable UUID supersedes,

            @Schema(description = "The decision that took its place; absent while it stands.") @Nullable
            UUID supersededBy,

            @Schema(description = "True of a request that was cancelled while it waited; absent elsewhere.") @Nullable
            Boolean cancelled) {}

    /** Its commitment. */
    @Schema(name = "ListedCommitment")
    record Promise(
            String number,

            @Schema(allowableValues = {"valid", "used", "used-up", "expired", "cancelled", "replaced"})
            String status,

            LocalDate validFrom,
            LocalDate validUntil) {}

    static ListReply of(List<Listed> page, int size, Instant now, Language language) {
        List<One> all = page.stream().map(one -> of(one, now, language)).toList();
        return new ListReply(
                all, page.size() < size ? null : page.getLast().decision().number());
    }

    private static One of(Listed listed, Instant now, Language language) {
        ListedDecision decision = listed.decision();
        Commitment promise = listed.commitment();
        return new One(
                decision.id(),
                decision.recorded(),
                decision.person(),
                decision.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Sentences.verdict(decision.verdict(), language.locale()),
                decision.charge().currency().name(),
                decision.charge().amount().toPlainString(),
                decision.complementary().amount().toPlainString(),
                promise == null
                        ? null
                        : new Promise(
                                promise.number(), promise.statusAt(now).word(), promise.firstDay(), promise.lastDay()),
                decision.supersedes(),
                decision.supersededBy(),
                listed.cancelled() ? Boolean.TRUE : null);
    }
}
