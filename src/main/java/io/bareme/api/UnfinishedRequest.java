package io.bareme.api;

import java.io.IOException;

/** The body of a request did not come whole in its time: the caller has gone, or sends too slowly. */
public final class UnfinishedRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnfinishedRequest(String message) {
        super(message);
    }

    UnfinishedRequest(IOException cause) {
        super(cause);
    }
}
