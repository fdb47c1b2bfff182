package org.casus.store;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups of near copies: what is connected by pairs of near copies is one story, and its origin is
 * the least of its documents by date and id. Pairs depend on the two texts alone and groups on the
 * pairs alone, so the order in which reports arrive makes no difference. A document that no report
 * carries any longer is in no group.
 */
final class CopyGroups {
    /** The earliest first; what has no date last. */
    private static final Comparator<Member> EARLIEST =
            Comparator.comparing(Member::published, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Member::id);

    private final Database database;

    CopyGroups(Database database) {
        this.database = database;
    }

    record Member(long number, String id, @Nullable String published, String origin) {}

    /** A document as its own row has it. */
    record Document(
            String id,
            @Nullable String published,
            boolean active,
            String origin,
            @Nullable Long carrier) {}

    /** Puts a new document's words in the index and finds its near copies. */
    void insert(long document, Sketch sketch) {
        Set<Long> others =
                new LinkedHashSet<>(
                        database.query("same-words")
                                .bind("words", sketch.words())
                                .bind("document", document)
                                .mapTo(Long.class)
                                .list());
        if (sketch.runs().length >= Sketch.LEAST_SHARED) {
            database.query("shared-runs")
                    .bindList(
                            "hashes", Database.even(Arrays.stream(sketch.runs()).boxed().toList()))
                    .bind("document", document)
                    .bind("least", Sketch.LEAST_SHARED)
                    .map(
                            (row, context) ->
                                    Sketch.nearCopies(
                                                    row.getInt("shared"),
                                                    sketch.runs().length,
                                                    row.getInt("shingles"))
                                            ? row.getLong("number")
                                            : -1L)
                    .forEach(number -> others.addAll(number < 0 ? List.of() : List.of(number)));
        }
        if (sketch.runs().length > 0) {
            var runs = database.batch("shingle-insert");
            for (long hash : sketch.runs()) {
                runs.bind("hash", hash).bind("document", document).add();
            }
            runs.execute();
        }
        for (long other : others) {
            pair(document, other);
            pair(other, document);
        }
    }

    private void pair(long document, long other) {
        database.update("near-copy-insert")
                .bind("document", document)
                .bind("other", other)
                .execute();
    }

    /**
     * Settles anew who carries these documents, and which group they and their near copies are in.
     * What changes by it has to be merged again.
     */
    void refresh(Collection<Long> documents) {
        Set<Long> seeds = new LinkedHashSet<>(documents);
        for (long number : documents) {
            Document now = document(number);
            Long carrier =
                    database.query("carrier")
                            .bind("document", number)
                            .mapTo(Long.class)
                            .findOne()
                            .orElse(null);
            if (!Objects.equals(carrier, now.carrier())) {
                update(number, carrier != null, now.origin(), carrier);
            }
            near(number).forEach(other -> seeds.add(other.number()));
        }
        Set<Long> seen = new LinkedHashSet<>();
        for (long seed : seeds) {
            if (seen.contains(seed)) {
                continue;
            }
            Document document = document(seed);
            if (!document.active()) {
                seen.add(seed);
                origin(new Member(seed, document.id(), null, document.origin()), document.id());
                continue;
            }
            Map<Long, Member> group = group(seed, document);
            seen.addAll(group.keySet());
            String origin = group.values().stream().min(EARLIEST).orElseThrow().id();
            group.values().forEach(member -> origin(member, origin));
        }
    }

    private void origin(Member member, String origin) {
        if (!member.origin().equals(origin)) {
            Document now = document(member.number());
            update(member.number(), now.active(), origin, now.carrier());
        }
    }

    private Map<Long, Member> group(long seed, Document document) {
        Map<Long, Member> group = new LinkedHashMap<>();
        group.put(seed, new Member(seed, document.id(), document.published(), document.origin()));
        Deque<Long> waiting = new ArrayDeque<>(List.of(seed));
        while (!waiting.isEmpty()) {
            for (Member other : near(waiting.remove())) {
                if (group.putIfAbsent(other.number(), other) == null) {
                    waiting.add(other.number());
                }
            }
        }
        return group;
    }

    private List<Member> near(long document) {
        return database.query("near-copies")
                .bind("document", document)
                .map(
                        (row, context) ->
                                new Member(
                                        row.getLong("number"),
                                        row.getString("id"),
                                        row.getString("published"),
                                        row.getString("origin")))
                .list();
    }

    private void update(long number, boolean active, String origin, @Nullable Long carrier) {
        database.update("document-update")
                .bind("number", number)
                .bind("active", active)
                .bind("origin", origin)
                .bind("carrier", carrier)
                .execute();
        database.update("unsettled-insert").bind("document", number).execute();
    }

    Document document(long number) {
        return database.query("document")
                .bind("number", number)
                .map(
                        (row, context) -> {
                            long carrier = row.getLong("carrier");
                            return new Document(
                                    row.getString("id"),
                                    row.getString("published"),
                                    row.getBoolean("active"),
                                    row.getString("origin"),
                                    row.wasNull() ? null : carrier);
                        })
                .one();
    }

    String id(long number) {
        return document(number).id();
    }

    /**
     * What a document repeats: the first of its group, or if that is itself, another of it; null if
     * there is none.
     */
    @Nullable Long repeated(long document) {
        Document own = document(document);
        if (!own.origin().equals(own.id())) {
            return database.query("document-by-id")
                    .bind("id", own.origin())
                    .mapTo(Long.class)
                    .one();
        }
        return near(document).stream().min(EARLIEST).map(Member::number).orElse(null);
    }
}
