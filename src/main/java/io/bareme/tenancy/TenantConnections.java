package io.bareme.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that see the rows of one organisation: the one that is worked for when they are taken. Taken outside of
 * any such work they see none.
 *
 * <p>The database keeps the wall, by its setting {@code bareme.tenant} and the policies of each table (V5). A connection
 * of the pool keeps what it was told until it is taken for something else: telling it costs a journey to the database.
 * So nobody takes one from the pool itself.
 */
public final class TenantConnections extends DelegatingDataSource {

    /**
     * Besides the two: each statement is planned once for whatever its parameters, since planning costs more than
     * running, and by its indexes, since a plan made while a table was small is kept when it has grown.
     */
    private static final String TELL = """
            select set_config('bareme.tenant', ?, false), set_config('role',
                case when exists (select from pg_roles r where r.rolname = ? and pg_has_role(r.oid, 'set'))
                then ? else 'none' end, false),
            set_config('plan_cache_mode', 'force_generic_plan', false), set_config('enable_seqscan', 'off', false)
            """;

    /** What each connection was told last; nothing of one that was told nothing yet, or that may have missed it. */
    private static final Map<Connection, Told> TOLD = Collections.synchronizedMap(new WeakHashMap<>());

    private final String role;

    private record Told(String tenant, String role) {}

    private TenantConnections(DataSource pool, String role) {
        super(pool);
        this.role = role;
    }

    /** Over a pool, in the role that the pool connects as. */
    public static TenantConnections over(DataSource pool) {
        return new TenantConnections(bare(pool), "");
    }

    /** Over a pool, in another role, where it exists and the pool's own may take it. */
    public static TenantConnections inRole(DataSource pool, String role) {
        return new TenantConnections(bare(pool), role);
    }

    private static DataSource bare(DataSource pool) {
        return pool instanceof TenantConnections ours ? ours.obtainTargetDataSource() : pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            tell(connection, new Told(Tenancy.current().orElse(""), role));
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** The pool gives it in autocommit mode, so what it is told outlives every transaction. */
    private static void tell(Connection connection, Told told) throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        if (told.equals(TOLD.get(physical))) {
            return;
        }
        TOLD.remove(physical);
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, told.tenant());
            statement.setString(2, told.role());
            statement.setString(3, told.role());
            statement.execute();
        }
        TOLD.put(physical, told);
    }
}
