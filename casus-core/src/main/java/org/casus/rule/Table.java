package org.casus.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A word table: {@code #} comments, a header, then rows whose cells are set apart by {@code " | "}.
 * Lists within a cell are set apart by {@code ;}.
 */
public final class Table {
    private static final String ROOT = "/org/casus/en/";

    private Table() {}

    /** One row, with the file and line that a problem can name. */
    public static final class Row {
        private final String file;
        private final int line;
        private final List<String> header;
        private final List<String> cells;
        private final Problems problems;

        private Row(
                String file, int line, List<String> header, List<String> cells, Problems problems) {
            this.file = file;
            this.line = line;
            this.header = header;
            this.cells = cells;
            this.problems = problems;
        }

        /** The cell of a column, trimmed; empty when blank. */
        public String get(String column) {
            int at = header.indexOf(column);
            if (at < 0) {
                problem("has no column " + column + ", only " + header);
                return "";
            }
            return at < cells.size() ? cells.get(at) : "";
        }

        /** The items of a list cell, trimmed; empty when blank. */
        public List<String> list(String column) {
            String cell = get(column);
            return cell.isEmpty() ? List.of() : split(cell, ';');
        }

        /** The names of an entry: its name column, then its aliases. */
        public List<String> names(String name, String aliases) {
            List<String> names = new ArrayList<>();
            names.add(get(name));
            names.addAll(list(aliases));
            return names;
        }

        public void problem(String what) {
            problems.add(file, line, what);
        }
    }

    /** The text of a rule file under {@code org/casus/en/}. */
    public static InputStream open(String file) {
        InputStream in = Table.class.getResourceAsStream(ROOT + file);
        if (in == null) {
            throw new IllegalStateException("no table " + ROOT + file + " on the class path");
        }
        return in;
    }

    /**
     * Reads a table row by row.
     *
     * @param file below {@code org/casus/en/}
     * @param problems takes rows with too many or too few cells
     */
    public static void read(String file, Problems problems, Consumer<Row> rows) {
        String text;
        try (InputStream in = open(file)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        List<String> header = List.of();
        int number = 0;
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            String line = text.substring(at, end).strip();
            at = end + 1;
            number++;
            if (line.isEmpty() || line.charAt(0) == '#') {
                continue;
            }
            List<String> cells = split(line, '|');
            if (header.isEmpty()) {
                header = cells;
            } else if (cells.size() != header.size()) {
                problems.add(
                        file,
                        number,
                        cells.size() + " cells where the header has " + header.size());
            } else {
                rows.accept(new Row(file, number, header, cells, problems));
            }
        }
    }

    private static List<String> split(String text, char by) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at <= text.length(); ) {
            int end = text.indexOf(by, at);
            end = end < 0 ? text.length() : end;
            parts.add(text.substring(at, end).strip());
            at = end + 1;
        }
        return parts;
    }
}
