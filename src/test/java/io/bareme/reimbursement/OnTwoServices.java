package io.bareme.reimbursement;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.decision.TwoServices;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Tests on two services over one database: each has an organisation of its own, whose counters are their ledger. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnTwoServices {

    TwoServices services;
    TwoServices.Service service;
    String tenant = "";

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        services = new TwoServices(home);
        service = services.one;
    }

    @BeforeEach
    void ofItsOwn(TestInfo test) {
        tenant = test.getTestMethod().orElseThrow().getName()
                + test.getDisplayName().replaceAll("\\W+", "-");
        services.clock.set(TwoServices.NOW);
    }

    @AfterEach
    void every_counter_is_its_ledger() {
        assertThat(services.underived(tenant)).isZero();
    }

    @AfterAll
    void close() {
        services.close();
    }
}
