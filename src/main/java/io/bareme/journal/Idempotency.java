package io.bareme.journal;

/**
 * By what a request that is sent again is recognised.
 *
 * @param client who sends; keys of different clients never meet
 * @param key chosen by the client, one per request
 * @param bodyHash what was sent with it: the same key with another body is a conflict
 */
public record Idempotency(String client, String key, String bodyHash) {

    /** One request records no more decisions. */
    public static final int MOST_PARTS = 500;

    /**
     * The same for one of several decisions that one request records.
     *
     * @param number from 1, which bears the key itself
     */
    public Idempotency part(int number) {
        return number == 1 ? this : new Idempotency(client, part(key, number), bodyHash);
    }

    /** No client's own key has a space in it. */
    static String part(String key, int number) {
        return key + " " + number;
    }
}
