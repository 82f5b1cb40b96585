package io.bareme.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.journal.Commitment;
import io.bareme.journal.Journal;
import io.bareme.journal.Notice;
import io.bareme.journal.StoredDecision;
import io.bareme.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Takes what happened from the journal, and writes down a message of it for each address that wants it. */
@Service
final class Passing {

    private static final int AT_ONCE = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Journal journal;
    private final Webhooks webhooks;
    private final Deliveries deliveries;

    Passing(Journal journal, Webhooks webhooks, Deliveries deliveries) {
        this.journal = journal;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    /** The body of a message: numbers and words, nothing of the person, nothing of the care. */
    @JsonInclude(Include.NON_NULL)
    record Message(String type, Instant timestamp, Data data) {}

    /**
     * @param authorization the decision; null where it is on an invoice
     * @param invoice the same, on an invoice
     * @param supersedes the decision that it took the place of
     * @param percent of the time that is used
     */
    @JsonInclude(Include.NON_NULL)
    record Data(
            @Nullable UUID authorization,
            @Nullable UUID invoice,
            @Nullable UUID supersedes,
            String verdict,
            @Nullable String commitment,
            @Nullable Integer percent) {}

    /** Writes messages of what was noticed; how many notices there were. */
    int pass(String tenant) {
        return Tenancy.as(tenant, () -> {
            List<Notice> notices = journal.notices(tenant, AT_ONCE);
            notices.forEach(notice -> pass(tenant, notice));
            if (!notices.isEmpty()) {
                journal.passedOn(tenant, notices);
            }
            return notices.size();
        });
    }

    private void pass(String tenant, Notice notice) {
        List<Webhook> wanting = webhooks.of(tenant, notice.client()).stream()
                .filter(webhook -> webhook.wants(notice))
                .toList();
        if (!wanting.isEmpty()) {
            String body = JSON.writeValueAsString(message(tenant, notice));
            wanting.forEach(webhook -> deliveries.add(tenant, webhook, notice, body));
        }
    }

    private Message message(String tenant, Notice notice) {
        StoredDecision decision = journal.find(tenant, notice.decision()).orElseThrow();
        boolean deadline = notice.kind().startsWith("deadline.");
        boolean invoice = Event.ofInvoice(notice.kind());
        return new Message(
                notice.kind(),
                notice.at(),
                new Data(
                        invoice ? null : decision.id(),
                        invoice ? decision.id() : null,
                        decision.supersedes(),
                        decision.decision()
                                .verdict()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                        journal.commitmentOf(tenant, decision.id())
                                .map(Commitment::number)
                                .orElse(null),
                        deadline ? Integer.valueOf(notice.detail()) : null));
    }
}
