package io.bareme.tenancy;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The organisation that a piece of work is done for. Every connection taken meanwhile sees and writes the rows of that
 * organisation alone ({@link TenantConnections}). Once work is done for one, nothing within it can be done for another:
 * what an authenticated request asks for is thus held to the organisation of its client.
 */
public final class Tenancy {

    private static final ScopedValue<String> TENANT = ScopedValue.newInstance();

    private Tenancy() {}

    /** The organisation worked for, if any. */
    public static Optional<String> current() {
        return TENANT.isBound() ? Optional.of(TENANT.get()) : Optional.empty();
    }

    /** Work for an organisation. Throws {@link IllegalStateException} inside work for another one. */
    public static <T> T as(String tenant, Supplier<T> work) {
        return at(tenant, work::get);
    }

    /** As {@link #as}, for work without a result. */
    public static void run(String tenant, Runnable work) {
        at(tenant, () -> {
            work.run();
            return tenant;
        });
    }

    /** As {@link #as}, for work that throws. */
    public static <T, X extends Throwable> T at(String tenant, ScopedValue.CallableOp<T, X> work) throws X {
        if (TENANT.isBound() && !TENANT.get().equals(tenant)) {
            throw new IllegalStateException("Work for " + TENANT.get() + " asks for rows of " + tenant);
        }
        return ScopedValue.where(TENANT, tenant).call(work);
    }
}
