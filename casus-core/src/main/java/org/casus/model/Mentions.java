package org.casus.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one extractor found in a report, in order of the text, and by the tokens that say it. */
public final class Mentions<T> {
    private final List<Mention<T>> all;
    private final Map<Position, Mention<T>> heads = new HashMap<>();
    private final Map<Position, Mention<T>> tokens = new HashMap<>();

    public Mentions(List<Mention<T>> found) {
        List<Mention<T>> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparing(Mention::span));
        this.all = Collections.unmodifiableList(ordered);
        for (Mention<T> m : ordered) {
            heads.putIfAbsent(m.head(), m);
            for (int i = m.first(); i <= m.last(); i++) {
                tokens.putIfAbsent(new Position(m.head().sentence(), i), m);
            }
        }
    }

    public List<Mention<T>> all() {
        return all;
    }

    /** The mention whose head token this is. */
    public @Nullable Mention<T> at(Position head) {
        return heads.get(head);
    }

    public @Nullable Mention<T> at(int sentence, int token) {
        return heads.get(new Position(sentence, token));
    }

    /** The mention that this token is part of; of nested ones, the first to begin. */
    public @Nullable Mention<T> covering(int sentence, int token) {
        return tokens.get(new Position(sentence, token));
    }

    public List<Mention<T>> in(int sentence) {
        return all.stream().filter(m -> m.head().sentence() == sentence).toList();
    }

    /** The distinct things, in order of first mention; one thing is one object. */
    public List<T> values() {
        Set<T> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<T> values = new ArrayList<>();
        for (Mention<T> m : all) {
            if (seen.add(m.value())) {
                values.add(m.value());
            }
        }
        return values;
    }
}
