package io.bareme.tenancy;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The organisations that have anything in the database. */
public final class Tenants {

    private final JdbcClient sql;

    public Tenants(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** For jobs that go through them one after the other. */
    public List<String> all() {
        return sql.sql("select tenant from tenancy.tenant order by tenant")
                .query((row, _) -> row.getString("tenant"))
                .list();
    }
}
