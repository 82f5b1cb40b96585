package io.bareme.decision;

import io.bareme.access.ApiClient;
import io.bareme.access.Asker;
import io.bareme.access.Operation;
import io.bareme.adjudication.ClockClass;
import io.bareme.affiliation.Demonstration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * On whose behalf a request comes. The pages that anybody may see ask for the people of the demonstration, who do not
 * exist: this is the only place that says so.
 *
 * @param tenant the administering organisation
 * @param client the program that calls; idempotency keys are its own
 * @param carriers it may ask for members who hold a contract of one of these; empty: of any
 * @param forEveryClient whether it may see what other clients of the organisation asked for: never where it is held to
 *     carriers, whose members others need not ask for
 * @param settles the cases that whoever stands behind it settles as a person: a handler's, a doctor's
 */
public record Caller(
        String tenant, String client, Set<String> carriers, boolean forEveryClient, Set<ClockClass> settles) {

    private static final Map<ClockClass, Operation> SETTLING =
            new EnumMap<>(Map.of(ClockClass.HOUR, Operation.REVIEW, ClockClass.DAY, Operation.MEDICAL_REVIEW));

    private static final Caller ANYBODY = new Caller(Demonstration.TENANT, "pages", Set.of(), false);

    public Caller {
        carriers = Set.copyOf(carriers);
        settles = Set.copyOf(settles);
    }

    /** Behind whom nobody settles anything. */
    public Caller(String tenant, String client, Set<String> carriers, boolean forEveryClient) {
        this(tenant, client, carriers, forEveryClient, Set.of());
    }

    public static Caller current() {
        return ApiClient.current().map(Caller::of).orElse(ANYBODY);
    }

    private static Caller of(ApiClient client) {
        Asker asker = Asker.current();
        return new Caller(
                client.tenant(),
                client.id(),
                client.carriers(),
                asker.may(Operation.EVERY_CLIENT) && client.carriers().isEmpty(),
                settles(asker));
    }

    private static Set<ClockClass> settles(Asker asker) {
        Set<ClockClass> settles = EnumSet.noneOf(ClockClass.class);
        SETTLING.forEach((of, operation) -> {
            if (asker.may(operation)) {
                settles.add(of);
            }
        });
        return settles;
    }

    /** The scope that settling such a case takes. */
    static String toSettle(ClockClass of) {
        return Objects.requireNonNull(SETTLING.get(of), "nobody settles that").word();
    }

    /** Whether what that client asked for may be told. */
    public boolean maySee(String asker) {
        return forEveryClient || asker.equals(client);
    }
}
