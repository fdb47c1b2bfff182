package org.casus.store;

import java.util.List;
import org.casus.model.Account;
import org.casus.publish.LedgerJson;

/** The accounts of every document. */
final class AccountStore {
    private final Database database;

    AccountStore(Database database) {
        this.database = database;
    }

    /** An account as it is stored. */
    record Packed(String uid, Gzip json) {
        static List<Packed> all(List<Account> accounts) {
            return accounts.stream()
                    .map(account -> new Packed(account.uid(), Gzip.of(LedgerJson.line(account))))
                    .toList();
        }
    }

    void insert(long document, List<Packed> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        var batch = database.batch("account-insert");
        for (Packed account : accounts) {
            batch.bind("document", document)
                    .bind("uid", account.uid())
                    .bind("json", account.json().bytes())
                    .add();
        }
        batch.execute();
    }
}
