package org.casus.publish.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tables as text, in UTF-8: a line of names, then a line a row, cells quoted where they must be
 * (RFC 4180). An unknown value is an empty cell. Numbers stand as they are, text that a spreadsheet
 * would run as a formula is disarmed.
 *
 * @param <R> what a row is made from
 */
final class DelimitedWriter<R> implements IncidentWriter {
    private final Writer out;
    private final char separator;
    private final List<Column<R>> columns;
    private final Function<Case, List<R>> rows;
    private boolean begun;

    private DelimitedWriter(
            OutputStream out,
            char separator,
            List<Column<R>> columns,
            Function<Case, List<R>> rows) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.separator = separator;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * With commas between cells.
     *
     * @param rows the rows of an incident; none where the table has no place for it
     */
    static <R> IncidentWriter commas(
            OutputStream out, List<Column<R>> columns, Function<Case, List<R>> rows) {
        return new DelimitedWriter<>(out, ',', columns, rows);
    }

    /** With tabs between cells; within a cell, tabs and line breaks become blanks. */
    static <R> IncidentWriter tabs(
            OutputStream out, List<Column<R>> columns, Function<Case, List<R>> rows) {
        return new DelimitedWriter<>(out, '\t', columns, rows);
    }

    @Override
    public boolean write(Case incident) throws IOException {
        begin();
        List<R> some = rows.apply(incident);
        // First made, then written: a row that fails leaves no half behind.
        StringBuilder lines = new StringBuilder();
        for (R row : some) {
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) {
                    lines.append(separator);
                }
                Column<R> column = columns.get(i);
                cell(column.kind(), column.value().of(row), lines);
            }
            lines.append('\n');
        }
        out.append(lines);
        return !some.isEmpty();
    }

    @Override
    public void finish() throws IOException {
        begin();
        out.flush();
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        for (int i = 0; i < columns.size(); i++) {
            out.write((i == 0 ? "" : String.valueOf(separator)) + columns.get(i).name());
        }
        out.write('\n');
    }

    private void cell(Column.Kind kind, @Nullable Object value, StringBuilder to) {
        if (value == null) {
            return;
        }
        switch (kind) {
            case INTEGER -> to.append(value);
            case DECIMAL -> to.append(Cells.decimal((Double) value));
            case TEXT -> text((String) value, to);
            case LIST -> text(Cells.joined(strings(value)), to);
        }
    }

    @SuppressWarnings("unchecked") // what a column of lists holds
    private static List<String> strings(Object value) {
        return (List<String>) value;
    }

    private void text(String words, StringBuilder to) {
        String text = Cells.wellFormed(words);
        if (separator == '\t') {
            text = text.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
        }
        text = Cells.disarmed(text);
        if (needsQuotes(text)) {
            to.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            to.append(text);
        }
    }

    private boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == separator || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        // Readers that trim cells leave quoted ones alone.
        return !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ');
    }
}
