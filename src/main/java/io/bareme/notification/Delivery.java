package io.bareme.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message for one address.
 *
 * @param id told with each try: by it the receiver knows a message that comes twice
 * @param position to go on from
 * @param kind a word of {@link Event}
 * @param tries since it was made, or sent anew by hand
 */
public record Delivery(UUID id, long position, UUID webhook, UUID decision, String kind, String body, int tries) {

    /**
     * One that was given up.
     *
     * @param status of the last answer, of HTTP; null where none came
     * @param failure why none came; null where one did
     * @param last when it was tried last; null when it never was
     */
    public record Dead(
            Delivery delivery,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable Instant last) {}
}
