package io.bareme.api;

import io.bareme.explanation.Language;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are no problems ({@link ProblemReply}). */
public final class Reply {

    private Reply() {}

    /** With sentences in a language. */
    public static ResponseEntity<Object> found(Object body, Language language) {
        return in(language, ResponseEntity.ok()).body(body);
    }

    /**
     * Recorded now at an address, or answered before with the same key.
     *
     * @param body with sentences in the language
     */
    public static ResponseEntity<Object> recorded(String address, boolean before, Object body, Language language) {
        return in(language, recorded(address, before)).body(body);
    }

    /** The same, of what has no sentences. */
    public static ResponseEntity.BodyBuilder recorded(String address, boolean before) {
        return before
                ? ResponseEntity.ok().header(Asking.REPLAYED, "true")
                : ResponseEntity.created(URI.create(address));
    }

    private static ResponseEntity.BodyBuilder in(Language language, ResponseEntity.BodyBuilder reply) {
        return reply.contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_LANGUAGE, language.code());
    }
}
