package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.casus.merge.Merger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that an earlier Casus made says the same after it has been brought up to date. */
class MigrationTest {
    @TempDir Path folder;

    /** What every schema has. */
    private static final List<String> TABLES =
            List.of(
                    "document",
                    "report",
                    "version",
                    "shingle",
                    "near_copy",
                    "run",
                    "input",
                    "incident_value",
                    "incident_alias",
                    "account",
                    "doubt",
                    "journal",
                    "journal_head");

    /** What the second has beyond that. */
    private static final List<String> SECOND =
            List.of(
                    "incident",
                    "incident_record",
                    "settled",
                    "account_match",
                    "incident_sides",
                    "incident_tie",
                    "incident_link");

    @Test
    void a_ledger_of_the_first_schema_is_brought_up_to_date() throws IOException {
        brought(
                "1",
                handle -> {
                    TABLES.forEach(table -> copy(handle, table));
                    handle.execute(
                            "insert into main.incident select i.number, uid, digest, r.json, type,"
                                    + " mode, first_day, last_day, contested, grade, sources, line"
                                    + " from now.incident i join now.incident_record r on"
                                    + " r.incident = i.number");
                });
    }

    @Test
    void a_ledger_of_the_second_schema_is_brought_up_to_date() throws IOException {
        brought(
                "2",
                handle -> {
                    SECOND.forEach(table -> copy(handle, table));
                    TABLES.forEach(table -> copy(handle, table));
                });
    }

    private void brought(String schema, HandleConsumer<RuntimeException> copied)
            throws IOException {
        Path now = folder.resolve("now" + schema);
        Path old = Files.createDirectories(folder.resolve("old" + schema));
        String expected;
        try (Ledger ledger = Ledger.write(now.toString(), Clock.systemUTC())) {
            Ingesting.run(ledger, Story.war(5, 30));
            expected = Export.of(ledger);
        }
        String url = "jdbc:sqlite:" + old.resolve("ledger.db");
        Flyway.configure(Ledger.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:org/casus/store/sqlite")
                .target(schema)
                .load()
                .migrate();
        Jdbi.create(url)
                .useHandle(
                        handle -> {
                            handle.execute("attach ? as now", now.resolve("ledger.db").toString());
                            copied.useHandle(handle);
                        });

        assertThatThrownBy(() -> Ledger.read(old.toString()).close())
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("older Casus");
        try (Ledger ledger = Ledger.write(old.toString(), Clock.systemUTC())) {
            assertThat(ledger.incidents().unsettled()).isTrue();
            assertThat(ledger.incidents().settle(Merger.load()))
                    .isEqualTo(new IncidentStore.Changes(0, 0, 0));
            assertThat(Export.of(ledger)).isEqualTo(expected);
            assertThat(ledger.incidents().list(IncidentQuery.ALL, IncidentOrder.OLDEST, 1_000, 0))
                    .isNotEmpty()
                    .allMatch(row -> row.place() != null && row.accounts() > 0);
            assertThat(ledger.incidents().unsettled()).isFalse();
            assertThat(Verification.of(ledger, null).faults()).isEmpty();
        }
    }

    private static void copy(Handle handle, String table) {
        handle.execute("insert into main." + table + " select * from now." + table);
    }
}
