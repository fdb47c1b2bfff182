package org.casus.publish;

import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Decision;
import org.casus.model.Incident;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Accounts, incidents and decisions as JSON objects, each on one line: keys in the order of the
 * records' components, enums in lower case with hyphens, as the record of a report has them. The
 * same thing gives the same bytes on every Java.
 */
public final class LedgerJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                    .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                    .annotationIntrospector(new Hyphens())
                    .addModule(new SimpleModule().addSerializer(Double.class, new Coordinate()))
                    .build();

    private LedgerJson() {}

    public static String line(Account account) {
        return write(account);
    }

    public static String line(Incident incident) {
        return write(incident);
    }

    public static String line(Decision decision) {
        return write(decision);
    }

    public static String line(Comparison comparison) {
        return write(comparison);
    }

    public static Account account(String line) {
        return read(line, Account.class, "an account");
    }

    public static Incident incident(String line) {
        return read(line, Incident.class, "an incident");
    }

    public static Decision decision(String line) {
        return read(line, Decision.class, "a decision");
    }

    public static Comparison comparison(String line) {
        return read(line, Comparison.class, "a comparison");
    }

    private static String write(Object thing) {
        return JsonLines.escapeLoneSurrogates(MAPPER.writeValueAsString(thing));
    }

    private static <T> T read(String line, Class<T> kind, String wanted) {
        try {
            return MAPPER.readValue(line, kind);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not " + wanted + ": " + e.getOriginalMessage(), e);
        }
    }

    /** {@code TRUCE_WITH} is {@code truce-with}. */
    private static final class Hyphens extends JacksonAnnotationIntrospector {
        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
            String[] spelled = names.clone();
            for (int i = 0; i < values.length; i++) {
                spelled[i] = Words.of(values[i]);
            }
            return spelled;
        }
    }

    // By decimal arithmetic, because Java 19 changed how a double is spelled.
    private static final class Coordinate extends StdSerializer<Double> {
        Coordinate() {
            super(Double.class);
        }

        @Override
        public void serialize(Double degrees, JsonGenerator json, SerializationContext context) {
            json.writeNumber(RecordWriter.degrees(degrees));
        }
    }
}
