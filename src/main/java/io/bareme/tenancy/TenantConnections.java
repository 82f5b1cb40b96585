package io.bareme.tenancy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that see the rows of one organisation: the one that is worked for when they are taken. Taken outside of
 * any such work they see none. Given back, they forget it before anyone else has them.
 *
 * <p>The database keeps the wall, by its setting {@code bareme.tenant} and the policies of each table (V5).
 */
public final class TenantConnections extends DelegatingDataSource {

    private static final String FOR_ONE = "select set_config('bareme.tenant', ?, false)";
    private static final String IN_ROLE =
            ", set_config('role', case when exists (select from pg_roles r where r.rolname = ? "
                    + "and pg_has_role(r.oid, 'set')) then ? else 'none' end, false)";
    private static final String FORGET =
            "select set_config('role', 'none', false), set_config('bareme.tenant', '', false)";

    private final String role;

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
            assign(connection);
            return forgetful(connection);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private void assign(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(role.isEmpty() ? FOR_ONE : FOR_ONE + IN_ROLE)) {
            statement.setString(1, Tenancy.current().orElse(""));
            if (!role.isEmpty()) {
                statement.setString(2, role);
                statement.setString(3, role);
            }
            statement.execute();
        }
    }

    private static Connection forgetful(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TenantConnections.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        forget(connection);
                    }
                    return passed(connection, method, arguments);
                });
    }

    /** A connection that cannot forget is not given to anyone again. */
    private static void forget(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.execute();
            }
        } catch (SQLException broken) {
            connection.abort(Runnable::run);
        }
    }

    private static Object passed(Connection connection, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
