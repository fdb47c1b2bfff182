package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.casus.store.JournalEntry.Kind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final List<String> COLUMNS =
            List.of("number", "at", "kind", "subject", "because", "body", "previous", "hash");

    /** Asked for 10,000 this finds 10,000: -Dcasus.changes=10000. */
    private static final int CHANGES = Integer.getInteger("casus.changes", 1_000);

    @TempDir Path folder;

    private Ledger filled(Dialect dialect, int rows) {
        Ledger ledger =
                Ledger.write(
                        Databases.fresh(dialect, folder),
                        Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC));
        for (int i = 0; i < rows; i++) {
            ledger.journal().add(Kind.REVISION, "uid" + i % 7, "[\"é\"]", "{\"deaths\":" + i + "}");
        }
        return ledger;
    }

    @OnBoth
    void an_untouched_journal_is_whole(Dialect dialect) {
        try (Ledger ledger = filled(dialect, 20)) {
            Journal.State state = ledger.journal().verify();

            assertThat(state.faults()).isEmpty();
            assertThat(state.rows()).isEqualTo(20);
            assertThat(ledger.journal().about(List.of("uid3"))).hasSize(3);
        }
    }

    @OnBoth
    void rows_cannot_be_changed_or_taken_away(Dialect dialect) {
        try (Ledger ledger = filled(dialect, 3)) {
            Handle handle = ledger.database().handle();

            assertThatThrownBy(() -> handle.execute("update journal set body = 'x'"))
                    .hasMessageContaining("never");
            assertThatThrownBy(() -> handle.execute("delete from journal where number = 3"))
                    .hasMessageContaining("never");
        }
    }

    @OnBoth
    void a_cut_end_is_found(Dialect dialect) {
        try (Ledger ledger = filled(dialect, 5)) {
            open(ledger, dialect);
            ledger.database().handle().execute("delete from journal where number = 5");

            assertThat(ledger.journal().verify().faults()).hasSize(1);
        }
    }

    /** Every change of one byte of one value, put straight into the database, is found. */
    @Test
    void a_change_of_any_byte_is_found() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int rows = 40;
        try (Ledger ledger = filled(Dialect.SQLITE, rows)) {
            open(ledger, Dialect.SQLITE);
            Handle handle = ledger.database().handle();
            int found = 0;
            for (int change = 0; change < CHANGES; change++) {
                int number = 1 + random.nextInt(rows);
                String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
                handle.begin();
                if (column.equals("number")) {
                    long other = number ^ (1L << random.nextInt(63));
                    if (other <= rows && other > 0) {
                        handle.execute("delete from journal where number = ?", other);
                    }
                    handle.execute("update journal set number = ? where number = ?", other, number);
                } else {
                    byte[] bytes = value(handle, column, number);
                    int at = random.nextInt(bytes.length);
                    bytes[at] = (byte) (bytes[at] ^ (1 + random.nextInt(255)));
                    handle.execute(
                            "update journal set " + column + " = cast(? as text) where number = ?",
                            bytes,
                            number);
                }
                if (!ledger.journal().verify().faults().isEmpty()) {
                    found++;
                }
                handle.rollback();
            }
            assertThat(found).as("seed %d", seed).isEqualTo(CHANGES);
            assertThat(ledger.journal().verify().faults()).isEmpty();
        }
    }

    private static byte[] value(Handle handle, String column, int number) {
        @Nullable String value =
                handle.createQuery("select " + column + " from journal where number = :number")
                        .bind("number", number)
                        .mapTo(String.class)
                        .one();
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Takes away what keeps an ordinary program from changing the journal. */
    private static void open(Ledger ledger, Dialect dialect) {
        Handle handle = ledger.database().handle();
        if (dialect == Dialect.SQLITE) {
            handle.execute("drop trigger journal_is_never_changed");
            handle.execute("drop trigger journal_is_never_shortened");
        } else {
            handle.execute("drop trigger journal_is_append_only on journal");
        }
    }
}
