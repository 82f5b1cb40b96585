package io.bareme.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.database.Database;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class ClientCommandTest {

    private final HikariDataSource database = Database.fresh();
    private final StringWriter printed = new StringWriter();
    private final StringWriter told = new StringWriter();

    @AfterEach
    void close() {
        database.close();
    }

    private int add(String... options) {
        String[] all = Stream.concat(
                        Stream.of(
                                "client",
                                "add",
                                "--tenant=mutuelle",
                                "--spring.datasource.url=" + database.getJdbcUrl(),
                                "--spring.datasource.username=" + database.getUsername(),
                                "--spring.datasource.password=" + database.getPassword(),
                                "--spring.flyway.enabled=false"),
                        Stream.of(options))
                .toArray(String[]::new);
        return Bareme.commandLine()
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(told, true))
                .execute(all);
    }

    private List<String> hashes() {
        return Tenancy.as(
                "mutuelle",
                () -> JdbcClient.create(TenantConnections.over(database))
                        .sql("select secret_hash from access.client where id = 'pharmacies'")
                        .query(String.class)
                        .list());
    }

    @Test
    void a_client_is_added_and_its_secret_printed_once() {
        assertThat(add("--id=pharmacies", "--operations=simulate,authorize"))
                .as(told.toString())
                .isZero();

        String[] credentials = printed.toString().strip().split(":");
        assertThat(credentials[0]).isEqualTo("pharmacies@mutuelle");
        assertThat(credentials[1]).matches("[0-9a-f]{48}");
        assertThat(hashes()).hasSize(1).allSatisfy(hash -> {
            assertThat(hash).doesNotContain(credentials[1]);
            assertThat(new BCryptPasswordEncoder().matches(credentials[1], hash))
                    .isTrue();
        });

        assertThat(add("--id=pharmacies", "--operations=simulate")).isEqualTo(1);
        assertThat(told.toString()).contains("pharmacies@mutuelle").contains("Maybe --renew");
        List<String> before = hashes();
        assertThat(add("--id=pharmacies", "--operations=simulate", "--renew")).isZero();
        assertThat(hashes()).hasSize(1).isNotEqualTo(before);
    }

    @Test
    void a_client_is_held_to_carriers_of_its_own_organisation() {
        assertThat(add("--id=pharmacies", "--operations=simulate", "--carriers=TILLEULS"))
                .isEqualTo(1);
        assertThat(told.toString()).contains("TILLEULS").contains("Maybe mutuelle has no carriers");
        assertThat(hashes()).isEmpty();

        Tenancy.run(
                "mutuelle",
                () -> JdbcClient.create(TenantConnections.over(database))
                        .sql(
                                "insert into affiliation.carrier (tenant, id, name, country) values ('mutuelle', 'TILLEULS', 'Les Tilleuls', 'FR')")
                        .update());
        assertThat(add("--id=pharmacies", "--operations=simulate", "--carriers=TILLEULS"))
                .as(told.toString())
                .isZero();
    }

    @Test
    void an_operation_that_does_not_exist_is_refused_naming_those_that_do() {
        assertThat(add("--id=pharmacies", "--operations=simulat")).isEqualTo(1);
        assertThat(told.toString()).contains("simulat").contains("Maybe one of eligibility, simulate");
    }
}
