package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.casus.model.Account;
import org.casus.publish.LedgerJson;
import org.jspecify.annotations.Nullable;

/**
 * Reads accounts from rows, each in the name of the report that carries its document now. Accounts
 * of one document come one after the other and share what is known of it.
 */
final class StoredAccounts {
    private Account.@Nullable Document last;

    /** An account and its number. */
    record Numbered(long number, Account account) {}

    Numbered read(ResultSet row) throws SQLException {
        Account account = LedgerJson.account(new Gzip(row.getBytes("json")).text());
        Account.Document told = account.document();
        Account.Document shared = last;
        if (shared == null || !shared.id().equals(told.id())) {
            shared =
                    new Account.Document(
                            told.id(),
                            row.getString("key"),
                            row.getString("uri"),
                            row.getString("outlet"),
                            row.getString("title"),
                            told.published(),
                            row.getString("origin"),
                            told.people(),
                            told.organizations(),
                            told.locations());
            last = shared;
        }
        return new Numbered(row.getLong("number"), account.in(shared));
    }
}
