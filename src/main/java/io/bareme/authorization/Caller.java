package io.bareme.authorization;

import io.bareme.affiliation.Demonstration;

/**
 * On whose behalf a request comes. Until requests are authenticated there is one caller, of the demonstration: this is
 * the only place that says so.
 *
 * @param tenant the administering organisation
 * @param client the program that calls; idempotency keys are its own
 */
public record Caller(String tenant, String client) {

    public static Caller current() {
        return new Caller(Demonstration.TENANT, "demonstration-client");
    }
}
