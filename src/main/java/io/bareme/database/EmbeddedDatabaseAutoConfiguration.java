package io.bareme.database;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Gives the service its own server unless {@code spring.datasource.url} names another: rows as the plain role,
 * migrations as the owner. The server stops when the program ends, after every application context has closed.
 */
@AutoConfiguration(
        before = DataSourceAutoConfiguration.class,
        beforeName = {"org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"})
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
@EnableConfigurationProperties(DatabaseProperties.class)
public class EmbeddedDatabaseAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ServiceDatabase serviceDatabase(DatabaseProperties properties) {
        DatabaseFolder folder = properties.databaseFolder();
        // Before the start: once the program is ending nothing can be added any more.
        SpringApplication.getShutdownHandlers()
                .add(() -> PostgresServer.running(folder).ifPresent(PostgresServer::stop));
        PostgresServer server = PostgresServer.start(folder);
        return ServiceDatabase.on(server, properties.name());
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(ServiceDatabase database) {
        return new ForRows(database);
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(ServiceDatabase database) {
        return new ForMigrations(database);
    }

    private record ForRows(ServiceDatabase database) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return database.url();
        }

        @Override
        public String getUsername() {
            return database.service().user();
        }

        @Override
        public String getPassword() {
            return database.service().password();
        }
    }

    private record ForMigrations(ServiceDatabase database) implements FlywayConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return database.url();
        }

        @Override
        public String getUsername() {
            return database.owner().user();
        }

        @Override
        public String getPassword() {
            return database.owner().password();
        }
    }
}
