package org.casus.publish.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column: its name, the kind of its values, and how a row gives one.
 *
 * @param <R> what a row is made from
 */
public record Column<R>(String name, Kind kind, Value<R> value) {
    /**
     * What a column holds: a {@code String}, a list of them, an {@code Integer}, a {@code Double}.
     */
    public enum Kind {
        TEXT,
        LIST,
        INTEGER,
        DECIMAL
    }

    /** A row's value; null where it is unknown. */
    public interface Value<R> {
        @Nullable Object of(R row);
    }

    /** Text, or null. */
    interface Text<R> {
        @Nullable String of(R row);
    }

    /** Texts, perhaps none. */
    interface Texts<R> {
        List<String> of(R row);
    }

    /** A whole number, or null. */
    interface Whole<R> {
        @Nullable Integer of(R row);
    }

    /** A number with decimals, or null. */
    interface Decimal<R> {
        @Nullable Double of(R row);
    }

    static <R> Column<R> text(String name, Text<R> value) {
        return new Column<>(name, Kind.TEXT, value::of);
    }

    static <R> Column<R> list(String name, Texts<R> values) {
        return new Column<>(name, Kind.LIST, values::of);
    }

    static <R> Column<R> integer(String name, Whole<R> value) {
        return new Column<>(name, Kind.INTEGER, value::of);
    }

    static <R> Column<R> decimal(String name, Decimal<R> value) {
        return new Column<>(name, Kind.DECIMAL, value::of);
    }

    /** A column of another program that Casus has nothing for. */
    static <R> Column<R> empty(String name) {
        return new Column<>(name, Kind.TEXT, row -> null);
    }
}
