package io.bareme.decision;

import io.bareme.access.ApiClient;
import io.bareme.access.Operation;
import io.bareme.affiliation.Demonstration;
import java.util.Set;

/**
 * On whose behalf a request comes. The pages that anybody may see ask for the people of the demonstration, who do not
 * exist: this is the only place that says so.
 *
 * @param tenant the administering organisation
 * @param client the program that calls; idempotency keys are its own
 * @param carriers it may ask for members who hold a contract of one of these; empty: of any
 * @param forEveryClient whether it may see what other clients of the organisation asked for
 */
public record Caller(String tenant, String client, Set<String> carriers, boolean forEveryClient) {

    private static final Caller ANYBODY = new Caller(Demonstration.TENANT, "pages", Set.of(), false);

    public Caller {
        carriers = Set.copyOf(carriers);
    }

    public static Caller current() {
        return ApiClient.current().map(Caller::of).orElse(ANYBODY);
    }

    private static Caller of(ApiClient client) {
        return new Caller(
                client.tenant(),
                client.id(),
                client.carriers(),
                client.operations().contains(Operation.EVERY_CLIENT));
    }

    /** Whether what that client asked for may be told. */
    public boolean maySee(String asker) {
        return forEveryClient || asker.equals(client);
    }
}
