package org.casus.store;

import org.casus.publish.LedgerJson;

/** All that a ledger says, without the times at which it was told. */
final class Export {
    private Export() {}

    static String of(Ledger ledger) {
        StringBuilder export = new StringBuilder();
        ledger.incidents()
                .each(
                        (incident, accounts) -> {
                            export.append(LedgerJson.line(incident)).append('\n');
                            accounts.stream()
                                    .map(LedgerJson::line)
                                    .sorted()
                                    .forEach(line -> export.append("  ").append(line).append('\n'));
                        });
        ledger.incidents()
                .doubts()
                .forEach(doubt -> export.append(doubt.comparison()).append('\n'));
        ledger.database()
                .handle()
                .createQuery(
                        "select d.id, d.origin, d.active, r.address, (select count(*) from version"
                            + " v where v.document = d.number) from document d left join report r"
                            + " on r.number = d.carrier order by d.id")
                .map(
                        (row, context) ->
                                export.append(row.getString(1))
                                        .append(' ')
                                        .append(row.getString(2))
                                        .append(' ')
                                        .append(row.getBoolean(3))
                                        .append(' ')
                                        .append(row.getString(4))
                                        .append(' ')
                                        .append(row.getInt(5))
                                        .append('\n')
                                        .length())
                .list();
        return export.toString();
    }
}
