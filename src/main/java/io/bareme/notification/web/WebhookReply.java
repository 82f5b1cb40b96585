package io.bareme.notification.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.notification.Delivery.Dead;
import io.bareme.notification.Event;
import io.bareme.notification.Webhook;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address of a client's. */
@Schema(name = "Webhook")
@JsonInclude(Include.NON_NULL)
record WebhookReply(
        UUID id,
        @Schema(example = "https://example.org/bareme") String url,
        List<String> events,
        Instant made,

        @Schema(
                description = "What signatures are made with (Standard Webhooks). Shown when the address is made, and"
                        + " never again.",
                example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        @Nullable
        String secret) {

    static WebhookReply withSecret(Webhook webhook) {
        return new WebhookReply(webhook.id(), webhook.url(), webhook.events(), webhook.made(), webhook.secret());
    }

    static WebhookReply of(Webhook webhook) {
        return new WebhookReply(webhook.id(), webhook.url(), webhook.events(), webhook.made(), null);
    }

    /** All of a client. */
    @Schema(name = "Webhooks")
    record All(List<WebhookReply> webhooks) {}

    /** A message that was given up. */
    @Schema(name = "DeadLetter")
    @JsonInclude(Include.NON_NULL)
    record DeadLetter(
            UUID id,
            UUID webhook,
            @Schema(example = "authorization.decided") String event,

            @Schema(description = "The decision; absent of an invoice.") @Nullable
            UUID authorization,

            @Schema(description = "The decision on an invoice.") @Nullable
            UUID invoice,

            @Schema(description = "How often it was tried.") int tries,

            @Schema(description = "When it was tried last.") @Nullable
            Instant last,

            @Schema(description = "What was answered then, if anything.", example = "500") @Nullable
            Integer status,

            @Schema(description = "Why nothing was answered.") @Nullable
            String failure) {

        static DeadLetter of(Dead dead) {
            return new DeadLetter(
                    dead.delivery().id(),
                    dead.delivery().webhook(),
                    dead.delivery().kind(),
                    Event.ofInvoice(dead.delivery().kind())
                            ? null
                            : dead.delivery().decision(),
                    Event.ofInvoice(dead.delivery().kind()) ? dead.delivery().decision() : null,
                    dead.delivery().tries(),
                    dead.last(),
                    dead.status(),
                    dead.failure());
        }
    }

    /**
     * A page of them, the oldest first.
     *
     * @param next where the next page begins; null on the last
     */
    @Schema(name = "DeadLetters")
    @JsonInclude(Include.NON_NULL)
    record DeadLetters(
            List<DeadLetter> deadLetters,

            @Schema(description = "The \"after\" of the next page; absent on the last.") @Nullable
            Long next) {}
}
