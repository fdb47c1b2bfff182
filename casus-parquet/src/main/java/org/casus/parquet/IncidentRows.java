package org.casus.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.casus.publish.LedgerJson;
import org.casus.publish.export.Case;
import org.casus.publish.export.Column;
import org.casus.publish.export.IncidentTable;
import org.jspecify.annotations.Nullable;

/**
 * Casus's own table as Parquet has it: text, 32-bit whole numbers, doubles, all of them absent
 * where unknown, and lists of text; and beside them the whole incident as JSON.
 */
final class IncidentRows extends WriteSupport<Case> {
    /** The incident as {@code jsonl} has it. */
    static final String JSON = "json";

    private static final String LIST = "list";
    private static final String ELEMENT = "element";

    private @Nullable RecordConsumer to;

    static MessageType schema() {
        List<Type> fields = new ArrayList<>();
        IncidentTable.COLUMNS.forEach(column -> fields.add(field(column)));
        fields.add(
                Types.required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.jsonType())
                        .named(JSON));
        return new MessageType("incident", fields);
    }

    private static Type field(Column<Case> column) {
        return switch (column.kind()) {
            case TEXT ->
                    Types.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column.name());
            case INTEGER -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
            case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case LIST ->
                    Types.requiredList()
                            .requiredElement(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column.name());
        };
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        to = recordConsumer;
    }

    @Override
    public void write(Case incident) {
        // First made, then written: an incident that fails leaves no half behind.
        List<@Nullable Object> values = new ArrayList<>();
        IncidentTable.COLUMNS.forEach(column -> values.add(column.value().of(incident)));
        String json = LedgerJson.line(incident.incident());

        RecordConsumer row = Objects.requireNonNull(to);
        row.startMessage();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                String name = IncidentTable.COLUMNS.get(i).name();
                row.startField(name, i);
                value(row, value);
                row.endField(name, i);
            }
        }
        row.startField(JSON, values.size());
        row.addBinary(Binary.fromString(json));
        row.endField(JSON, values.size());
        row.endMessage();
    }

    private static void value(RecordConsumer row, Object value) {
        if (value instanceof Integer number) {
            row.addInteger(number);
        } else if (value instanceof Double number) {
            row.addDouble(number);
        } else if (value instanceof List<?> items) {
            list(row, items);
        } else {
            row.addBinary(Binary.fromString((String) value));
        }
    }

    private static void list(RecordConsumer row, List<?> items) {
        row.startGroup();
        if (!items.isEmpty()) {
            row.startField(LIST, 0);
            for (Object item : items) {
                row.startGroup();
                row.startField(ELEMENT, 0);
                row.addBinary(Binary.fromString((String) item));
                row.endField(ELEMENT, 0);
                row.endGroup();
            }
            row.endField(LIST, 0);
        }
        row.endGroup();
    }
}
