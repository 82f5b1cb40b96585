package io.bareme.resequencing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.resequencing.Resequencing;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What would change if care were counted in the order of its days. Amounts are texts with two decimals. */
@Schema(name = "Resequencing")
@JsonInclude(Include.NON_NULL)
record ResequencingReply(
        @Schema(description = "The decision on the care that came out of order.")
        UUID id,

        @Schema(description = "To be approved; it changes as soon as anything else would change.")
        String version,

        @Schema(
                description = "What contracts pay more in all; below zero, less. Absent where nothing changes.",
                example = "0.00")
        @Nullable
        String net,

        @Schema(description = "Absent where nothing changes.", example = "EUR") @Nullable
        String currency,

        @Schema(description = "What each contract owes in addition, whomever; below zero, is owed.")
        List<OwedReply> owed,

        @Schema(description = "Decisions that would come out otherwise, in the order of the days of care.")
        List<CorrectionReply> decisions,

        @Schema(description = "Decisions that stay as they are whatever the order, and why.")
        List<StaysReply> staying,

        @Schema(description = "Whether care before the latest 500 decisions of the household was left as it stands.")
        boolean more) {

    /** A decision that stays as it is. */
    @Schema(name = "StayingDecision")
    record StaysReply(
            UUID decision,

            @Schema(allowableValues = {"promised", "file", "given-back", "edition-lost", "decided-otherwise", "waits"})
            String why) {}

    static ResequencingReply of(Resequencing found) {
        boolean nothing = found.corrections().isEmpty();
        return new ResequencingReply(
                found.id(),
                found.version(),
                nothing ? null : plain(found.net()),
                nothing ? null : found.net().currency().name(),
                OwedReply.inAll(found.corrections()),
                found.corrections().stream().map(CorrectionReply::of).toList(),
                found.staying().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> new StaysReply(one.getKey(), one.getValue().word()))
                        .toList(),
                found.more());
    }

    /** {@code -1234.50}. */
    static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
