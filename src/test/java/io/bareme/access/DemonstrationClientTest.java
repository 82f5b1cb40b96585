package io.bareme.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.affiliation.Demonstration;
import io.bareme.authorization.web.ServiceTest;
import io.bareme.database.Database;
import io.bareme.tenancy.TenantConnections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The client of the demonstration at the start of a service, in a database and a folder of its own. */
@ServiceTest
class DemonstrationClientTest {

    @TempDir
    private Path folder;

    @Autowired
    private Demonstration demonstration;

    private final HikariDataSource database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_start_gives_it_what_clients_may_newly_do_and_leaves_its_secret() {
        String secret = start();
        ApiClient before = withoutReview();
        clients().put(before, secret);
        assertThat(clients().find(before.number())).contains(before);

        String after = start();

        assertThat(after).isEqualTo(secret);
        assertThat(clients().find(before.number())).contains(DemonstrationClient.CLIENT);
        assertThat(clients().hasSecret(before.number(), secret)).isTrue();
    }

    @Test
    void a_start_that_finds_it_as_it_is_writes_nothing() {
        start();
        String hash = hash();

        start();

        assertThat(hash()).isEqualTo(hash);
    }

    /** Its secret, as a person reads it. */
    private String start() {
        var properties = new AccessProperties(folder, null, "", Duration.ZERO, Duration.ZERO);
        var client = new DemonstrationClient(demonstration, clients(), properties);
        client.afterSingletonsInstantiated();
        return client.shown().orElseThrow().credentials().split(":")[1];
    }

    /** As another service reads them: nothing is kept from before. */
    private ApiClients clients() {
        return new ApiClients(TenantConnections.over(database));
    }

    private String hash() {
        return clients()
                .stored(DemonstrationClient.CLIENT.number())
                .orElseThrow()
                .secretHash();
    }

    private static ApiClient withoutReview() {
        ApiClient whole = DemonstrationClient.CLIENT;
        Set<Operation> earlier = EnumSet.complementOf(EnumSet.of(Operation.REVIEW, Operation.MEDICAL_REVIEW));
        return new ApiClient(whole.tenant(), whole.id(), whole.name(), earlier, whole.carriers(), whole.perMinute());
    }
}
