package org.casus.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CloseableIterator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.casus.model.Account.Party;
import org.casus.model.Account.When;
import org.casus.model.Account.Where;
import org.casus.model.Actor;
import org.casus.model.Factuality;
import org.casus.model.Grade;
import org.casus.model.Incident;
import org.casus.model.Place;
import org.casus.model.Time;
import org.casus.model.TollPolicy;
import org.casus.publish.LedgerJson;
import org.casus.publish.export.Case;
import org.casus.publish.export.Column;
import org.casus.publish.export.ExportFormat;
import org.casus.publish.export.IncidentTable;
import org.casus.publish.export.IncidentWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Incidents go out as Parquet and come back through somebody else's reader. {@code
 * -Dcasus.export.incidents=100000} takes that many.
 */
class ParquetTest {
    private static final int INCIDENTS = Integer.getInteger("casus.export.incidents", 2_000);
    private static final long SEED = Long.getLong("casus.export.seed", 20_161_017L);

    private static final List<String> WORDS =
            List.of("rebels", "=1+1", "line\nbreak", "a; b", "\"", " ", "\uD83D\uDCA5 Caf\u00E9");

    @TempDir Path folder;

    private static Incident random(Random random, int number) {
        String uid = String.format("%016x", random.nextLong()) + number;
        int dead = random.nextInt(100);
        return new Incident(
                uid,
                "ASSAULT",
                random.nextBoolean() ? null : "firearms",
                null,
                random.nextBoolean() ? null : "Armed clash",
                random.nextBoolean() ? List.of() : List.of("military", "territory"),
                Factuality.HAPPENED,
                new When("2016-10-17", "2016-10-17", Time.Granularity.DAY, null, null, null),
                random.nextBoolean() ? List.of() : List.of(place(random)),
                parties(random),
                parties(random),
                List.of(),
                List.of(),
                random.nextBoolean()
                        ? Map.of()
                        : Map.of(
                                "killed",
                                new Incident.Toll(
                                        dead,
                                        dead + 1,
                                        null,
                                        TollPolicy.LATEST,
                                        List.of(),
                                        List.of(),
                                        List.of())),
                Map.of(),
                List.of(
                        new Incident.Member(
                                "d", "e1", uid, pick(random), pick(random), null, List.of())),
                1,
                Grade.WEAK,
                pick(random),
                new Incident.Responsibility(List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                null,
                pick(random));
    }

    private static Where place(Random random) {
        return new Where(
                pick(random),
                Place.Kind.SETTLEMENT,
                "IRQ",
                null,
                (random.nextInt(18_000_000) - 9_000_000) / 100_000.0,
                (random.nextInt(36_000_000) - 18_000_000) / 100_000.0,
                random.nextInt(),
                Place.Precision.EXACT,
                null,
                null);
    }

    private static List<Party> parties(Random random) {
        Party party =
                new Party(
                        pick(random),
                        Actor.Kind.GROUP,
                        null,
                        List.of("REB"),
                        null,
                        List.of(),
                        List.of(),
                        null);
        return random.nextBoolean() ? List.of() : List.of(party);
    }

    private static String pick(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Random random = new Random(SEED);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            IncidentWriter writer = ExportFormat.PARQUET.writer(out);
            for (int i = 0; i < INCIDENTS; i++) {
                writer.write(new Case(random(random, i), List.of()));
            }
            writer.finish();
        }
        return file;
    }

    @Test
    @SuppressWarnings("rawtypes") // what the reader makes of a row for which there is no record
    void every_column_and_the_whole_incident_come_back() throws IOException {
        Random random = new Random(SEED);
        try (CloseableIterator<Map> rows =
                new CarpetReader<>(write("all").toFile(), Map.class).iterator()) {
            for (int i = 0; i < INCIDENTS; i++) {
                Incident incident = random(random, i);
                Map<?, ?> row = rows.next();
                for (Column<Case> column : IncidentTable.COLUMNS) {
                    Object written = column.value().of(new Case(incident, List.of()));
                    Object read = row.get(column.name());
                    if (!Objects.equals(read, written)) {
                        assertThat(read)
                                .as("%s of incident %s, seed %s", column.name(), i, SEED)
                                .isEqualTo(written);
                    }
                }
                String json = (String) Objects.requireNonNull(row.get(IncidentRows.JSON));
                assertThat(LedgerJson.incident(json)).isEqualTo(incident);
            }
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void the_same_incidents_give_the_same_bytes() throws IOException {
        assertThat(Files.mismatch(write("one"), write("other"))).isEqualTo(-1);
    }
}
