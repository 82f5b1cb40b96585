package io.bareme.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseAutoConfigurationTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class))
            .withPropertyValues(Database.properties());

    @Test
    void without_a_url_the_service_works_on_its_own_server_as_the_plain_role() {
        service.run(context -> {
            JdbcClient client = JdbcClient.create(context.getBean(DataSource.class));

            assertThat(client.sql("select current_user").query(String.class).single())
                    .isEqualTo("bareme_service");
            assertThat(client.sql("select current_database()")
                            .query(String.class)
                            .single())
                    .isEqualTo("bareme");
        });
    }

    @Test
    void a_url_switches_to_another_server() {
        service.withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.org/insurer")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(ServiceDatabase.class);
                    assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                            .isEqualTo("jdbc:postgresql://db.example.org/insurer");
                });
    }
}
