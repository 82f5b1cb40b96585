package io.bareme.load;

/** Waiting without a checked exception. */
final class Pauses {

    private Pauses() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
