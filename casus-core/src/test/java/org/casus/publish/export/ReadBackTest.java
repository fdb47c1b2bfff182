package org.casus.publish.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.casus.model.Account.Where;
import org.casus.model.Incident;
import org.casus.publish.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many unlikely incidents go out in every form and come back through somebody else's reader. {@code
 * -Dcasus.export.incidents=100000} takes that many.
 */
class ReadBackTest {
    private static final int INCIDENTS = Integer.getInteger("casus.export.incidents", 2_000);
    private static final long SEED = Long.getLong("casus.export.seed", 20_161_017L);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;

    private Path write(ExportFormat format) throws IOException {
        return write(format, format.name());
    }

    private Path write(ExportFormat format, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            IncidentWriter writer = format.writer(out);
            Random random = new Random(SEED);
            for (int i = 0; i < INCIDENTS; i++) {
                writer.write(new Case(Samples.random(random, i), List.of()));
            }
            writer.finish();
        }
        return file;
    }

    @Test
    void json_lines_hold_everything() throws IOException {
        Random random = new Random(SEED);
        try (BufferedReader lines =
                Files.newBufferedReader(write(ExportFormat.JSONL), StandardCharsets.UTF_8)) {
            for (int i = 0; i < INCIDENTS; i++) {
                Incident incident = Samples.random(random, i);
                String line = lines.readLine();
                same("line", i, LedgerJson.incident(line), incident);
                same("text", i, JSON.readTree(line).get("text").asString(), incident.text());
            }
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void csv_holds_every_column() throws IOException {
        readBack(ExportFormat.CSV, ',', IncidentTable.COLUMNS, List::of);
    }

    @Test
    void polecat_holds_every_column() throws IOException {
        readBack(ExportFormat.PLOVER, '\t', Polecat.COLUMNS, Polecat::rows);
    }

    @Test
    void acled_holds_every_column() throws IOException {
        readBack(ExportFormat.ACLED, ',', Acled.COLUMNS, Acled::rows);
    }

    @Test
    void ucdp_holds_every_column() throws IOException {
        readBack(ExportFormat.UCDP, ',', Ucdp.COLUMNS, Ucdp::rows);
    }

    @Test
    void event_reports_hold_every_column() throws IOException {
        readBack(ExportFormat.EVENTREPORT, ',', EventReports.COLUMNS, EventReports::rows);
    }

    private <R> void readBack(
            ExportFormat format,
            char separator,
            List<Column<R>> columns,
            Function<Case, List<R>> rows)
            throws IOException {
        Path file = write(format);
        Random random = new Random(SEED);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser =
                        CSVFormat.RFC4180.withDelimiter(separator).withHeader().parse(reader)) {
            assertThat(new ArrayList<>(parser.getHeaderMap().keySet()))
                    .containsExactlyElementsOf(columns.stream().map(Column::name).toList());
            Iterator<CSVRecord> records = parser.iterator();
            for (int i = 0; i < INCIDENTS; i++) {
                for (R row : rows.apply(new Case(Samples.random(random, i), List.of()))) {
                    CSVRecord read = records.next();
                    assertThat(read.size()).isEqualTo(columns.size());
                    for (int c = 0; c < columns.size(); c++) {
                        Column<R> column = columns.get(c);
                        same(
                                column.name(),
                                i,
                                value(column.kind(), read.get(c)),
                                expected(column.value().of(row), separator));
                    }
                }
            }
            assertThat(records.hasNext()).isFalse();
        }
    }

    // Compared by hand first: there are millions of cells.
    private static void same(
            String column, int incident, @Nullable Object read, @Nullable Object written) {
        if (!Objects.equals(read, written)) {
            assertThat(read)
                    .as("%s of incident %s, seed %s", column, incident, SEED)
                    .isEqualTo(written);
        }
    }

    private static @Nullable Object value(Column.Kind kind, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case INTEGER -> Integer.valueOf(cell);
            case DECIMAL -> Double.valueOf(cell);
            case TEXT, LIST -> CellsTest.armed(cell);
        };
    }

    /** What the form can hold of a value. */
    private static @Nullable Object expected(@Nullable Object value, char separator) {
        Object whole = value;
        if (value instanceof List<?> items) {
            whole =
                    items.isEmpty()
                            ? null
                            : String.join("; ", items.stream().map(String.class::cast).toList());
        }
        return whole instanceof String text && separator == '\t'
                ? text.replaceAll("[\t\r\n]", " ")
                : whole;
    }

    @Test
    void a_map_holds_every_property_and_point() throws IOException {
        Random random = new Random(SEED);
        try (InputStream in = Files.newInputStream(write(ExportFormat.GEOJSON));
                JsonParser parser = JSON.createParser(in)) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                assertThat(parser.currentToken()).isNotNull();
            }
            for (int i = 0; i < INCIDENTS; i++) {
                Incident incident = Samples.random(random, i);
                parser.nextToken();
                JsonNode feature = parser.readValueAsTree();
                assertThat(feature.get("id").asString()).isEqualTo(incident.uid());
                assertThat(points(feature.get("geometry"))).isEqualTo(points(incident));
                for (Column<Case> column : IncidentTable.COLUMNS) {
                    same(
                            column.name(),
                            i,
                            value(feature.get("properties").get(column.name())),
                            column.value().of(new Case(incident, List.of())));
                }
            }
            assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
            assertThat(parser.nextToken()).isEqualTo(JsonToken.END_OBJECT);
        }
    }

    private static List<List<Double>> points(JsonNode geometry) {
        if (geometry.isNull()) {
            return List.of();
        }
        JsonNode coordinates = geometry.get("coordinates");
        List<List<Double>> points = new ArrayList<>();
        if (geometry.get("type").asString().equals("Point")) {
            points.add(point(coordinates));
        } else {
            coordinates.forEach(position -> points.add(point(position)));
        }
        return points;
    }

    private static List<Double> point(JsonNode position) {
        return List.of(position.get(0).asDouble(), position.get(1).asDouble());
    }

    private static List<List<Double>> points(Incident incident) {
        List<List<Double>> points = new ArrayList<>();
        for (Where place : incident.places()) {
            if (place.latitude() != null && place.longitude() != null) {
                List<Double> point = List.of(place.longitude(), place.latitude());
                if (!points.contains(point)) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(item.asString()));
            return items;
        }
        return node.isInt() ? node.asInt() : node.isNumber() ? node.asDouble() : node.asString();
    }

    @Test
    void the_same_incidents_give_the_same_bytes() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            if (format != ExportFormat.PARQUET) {
                assertThat(Files.mismatch(write(format, "one"), write(format, "other")))
                        .as("%s", format)
                        .isEqualTo(-1);
            }
        }
    }
}
