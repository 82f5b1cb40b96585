package io.bareme.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A pool of the journal's own, beside the service's: its connections stay in the journal's role. From one pool for both
 * every other taker would have to tell a connection its role, which costs a journey to the database.
 */
@Configuration(proxyBeanMethods = false)
class JournalConnections {

    static final String BEAN = "journalPool";

    /** As many connections as the service's pool has, of the same database. */
    @Bean(name = BEAN, defaultCandidate = false)
    DataSource journalPool(DataSource service) throws SQLException {
        if (!service.isWrapperFor(HikariDataSource.class)) {
            return service;
        }
        HikariConfig same = new HikariConfig();
        service.unwrap(HikariDataSource.class).copyStateTo(same);
        same.setPoolName("journal");
        return new HikariDataSource(same);
    }
}
