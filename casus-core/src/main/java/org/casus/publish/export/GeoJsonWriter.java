package org.casus.publish.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casus.model.Account.Where;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A map: GeoJSON (RFC 7946), a feature an incident, each on a line of its own. The properties are
 * Casus's own table; an incident whose place is not known to a point has no geometry.
 */
final class GeoJsonWriter implements IncidentWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final Writer out;
    private boolean begun;

    GeoJsonWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public boolean write(Case incident) throws IOException {
        String feature = feature(incident);
        out.write(begun ? ",\n" : "{\"type\":\"FeatureCollection\",\"features\":[\n");
        begun = true;
        out.write(feature);
        return true;
    }

    @Override
    public void finish() throws IOException {
        out.write(begun ? "\n]}\n" : "{\"type\":\"FeatureCollection\",\"features\":[]}\n");
        out.flush();
    }

    private static String feature(Case incident) {
        StringWriter words = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), words)) {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeStringProperty("id", incident.incident().uid());
            geometry(json, incident.incident().places());
            json.writeName("properties");
            json.writeStartObject();
            for (Column<Case> column : IncidentTable.COLUMNS) {
                json.writeName(column.name());
                value(json, column.value().of(incident));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return words.toString();
    }

    private static void geometry(JsonGenerator json, List<Where> places) {
        List<String> points =
                places.stream()
                        .filter(place -> place.latitude() != null && place.longitude() != null)
                        .map(GeoJsonWriter::position)
                        .distinct()
                        .toList();
        json.writeName("geometry");
        if (points.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", points.size() == 1 ? "Point" : "MultiPoint");
        json.writeName("coordinates");
        json.writeRawValue(points.size() == 1 ? points.get(0) : points.toString());
        json.writeEndObject();
    }

    /** Longitude before latitude. */
    private static String position(Where place) {
        return place.latitude() == null || place.longitude() == null
                ? ""
                : "["
                        + Cells.decimal(place.longitude())
                        + ","
                        + Cells.decimal(place.latitude())
                        + "]";
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeRawValue(Cells.decimal(number));
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                json.writeString(Cells.wellFormed((String) item));
            }
            json.writeEndArray();
        } else {
            json.writeString(Cells.wellFormed((String) value));
        }
    }
}
