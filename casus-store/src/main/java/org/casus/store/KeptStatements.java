package org.casus.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of one connection prepared, for to prepare one takes a database longer than
 * to look up a row by it. A statement is taken out while it is used, so that it may be used once
 * more within its own rows.
 */
final class KeptStatements implements StatementBuilder {
    /** More than the ledger has, and room for lists of several lengths. */
    private static final int MOST = 200;

    private final StatementBuilder maker = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>();

    /** Those in use by the SQL they were prepared of, which names no parameters any more. */
    private final Map<Statement, String> used = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return maker.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        PreparedStatement statement = kept.remove(sql);
        if (statement == null) {
            statement = maker.create(connection, sql, context);
        }
        used.put(statement, sql);
        return statement;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return maker.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        String prepared = used.remove(statement);
        if (prepared == null || kept.containsKey(prepared)) {
            maker.close(connection, sql, statement);
            return;
        }
        PreparedStatement again = (PreparedStatement) statement;
        again.clearBatch();
        again.clearParameters();
        kept.put(prepared, again);
        if (kept.size() > MOST) {
            String oldest = kept.keySet().iterator().next();
            maker.close(connection, oldest, kept.remove(oldest));
        }
    }

    @Override
    public void close(Connection connection) {
        for (Map.Entry<String, PreparedStatement> entry : kept.entrySet()) {
            try {
                maker.close(connection, entry.getKey(), entry.getValue());
            } catch (SQLException e) {
                throw new LedgerException("a statement cannot be closed: " + e.getMessage(), e);
            }
        }
        kept.clear();
    }
}
