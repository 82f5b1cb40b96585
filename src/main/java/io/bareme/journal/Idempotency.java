package io.bareme.journal;

/**
 * By what a request that is sent again is recognised.
 *
 * @param client who sends; keys of different clients never meet
 * @param key chosen by the client, one per request
 * @param bodyHash what was sent with it: the same key with another body is a conflict
 */
public record Idempotency(String client, String key, String bodyHash) {}
