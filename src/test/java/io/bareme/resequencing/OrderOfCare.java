package io.bareme.resequencing;

import io.bareme.decision.TwoServices;

/** What puts care in order, for tests of other rooms. */
public final class OrderOfCare {

    private OrderOfCare() {}

    public static Resequencings of(TwoServices services) {
        return new Resequencings(services.one.journal, services.rulebook, services.clock);
    }
}
