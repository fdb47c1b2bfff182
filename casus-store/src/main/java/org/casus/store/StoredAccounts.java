package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.casus.model.Account;
import org.casus.publish.LedgerJson;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads accounts from rows, each in the name of the report that carries its document now. Accounts
 * of one document come one after the other and share what is known of it.
 */
final class StoredAccounts {
    /** Rows that are opened at a time, on all processors. */
    private static final int PART = 1_000;

    private Account.@Nullable Document last;

    /** An account and its number. */
    record Numbered(long number, Account account) {}

    /** A row as it is stored. */
    private record Packed(
            long number,
            Gzip json,
            String key,
            @Nullable String uri,
            @Nullable String outlet,
            @Nullable String title,
            String origin) {
        static Packed of(ResultSet row) throws SQLException {
            return new Packed(
                    row.getLong("number"),
                    new Gzip(row.getBytes("json")),
                    String.valueOf(row.getString("key")),
                    row.getString("uri"),
                    row.getString("outlet"),
                    row.getString("title"),
                    String.valueOf(row.getString("origin")));
        }

        Account account() {
            return LedgerJson.account(json.text());
        }
    }

    Numbered read(ResultSet row) throws SQLException {
        Packed packed = Packed.of(row);
        return named(packed, packed.account());
    }

    /** Hands on all that a query finds, without keeping them. */
    static void all(Query query, Consumer<Numbered> take) {
        StoredAccounts stored = new StoredAccounts();
        query.setFetchSize(PART)
                .map((row, context) -> Packed.of(row))
                .useIterator(
                        rows -> {
                            while (rows.hasNext()) {
                                List<Packed> part = new ArrayList<>(PART);
                                while (rows.hasNext() && part.size() < PART) {
                                    part.add(rows.next());
                                }
                                List<Account> accounts =
                                        part.parallelStream().map(Packed::account).toList();
                                for (int n = 0; n < part.size(); n++) {
                                    take.accept(stored.named(part.get(n), accounts.get(n)));
                                }
                            }
                        });
    }

    private Numbered named(Packed row, Account account) {
        Account.Document told = account.document();
        Account.Document shared = last;
        if (shared == null || !shared.id().equals(told.id())) {
            shared =
                    new Account.Document(
                            told.id(),
                            row.key(),
                            row.uri(),
                            row.outlet(),
                            row.title(),
                            told.published(),
                            row.origin(),
                            told.people(),
                            told.organizations(),
                            told.locations());
            last = shared;
        }
        return new Numbered(row.number(), account.in(shared));
    }
}
