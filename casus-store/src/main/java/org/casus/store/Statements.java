package org.casus.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the ledger, by name. It stands in {@code .sql} files, where a line {@code -- :name}
 * begins a statement; what is spelled differently in the two databases stands in a file of each.
 */
final class Statements {
    private static final String MARK = "-- :";

    private static final Map<Dialect, Statements> LOADED = new ConcurrentHashMap<>();

    private final Map<String, String> statements = new HashMap<>();

    private Statements() {}

    static Statements of(Dialect dialect) {
        return LOADED.computeIfAbsent(dialect, Statements::load);
    }

    private static Statements load(Dialect dialect) {
        Statements all = new Statements();
        for (String file : new String[] {"reports", "incidents", "journal", "team", "feeds"}) {
            all.read(file + ".sql");
        }
        all.read(dialect.folder() + "/own.sql");
        return all;
    }

    String get(String name) {
        String statement = statements.get(name);
        if (statement == null) {
            throw new IllegalArgumentException("there is no statement " + name);
        }
        return statement;
    }

    private void read(String file) {
        try (InputStream in = Statements.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + Statements.class);
            }
            String name = null;
            StringBuilder body = new StringBuilder();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith(MARK)) {
                    put(file, name, body);
                    name = line.substring(MARK.length()).strip();
                    body.setLength(0);
                } else if (!line.startsWith("--")) {
                    body.append(line).append('\n');
                }
            }
            put(file, name, body);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private void put(String file, @Nullable String name, StringBuilder body) {
        if (name != null && statements.put(name, body.toString().strip()) != null) {
            throw new IllegalStateException(file + " has a second statement " + name);
        }
    }
}
