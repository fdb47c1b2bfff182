package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * All incidents in a few numbers each, in memory, for a program that is asked again and again which
 * there are, how many, and how they spread: a hundred thousand are looked through in a few
 * milliseconds, with any conditions and without an index. An incident takes some 600 bytes.
 *
 * <p>It is as new as the ledger: before it answers it looks at the end of the journal, and where
 * that has moved, by whomever, it reads the incidents again that the new rows are about. What is
 * seldom asked for, words and doubts, it asks the tables for.
 *
 * <p>May be shared by ledgers on many threads, all of them open at the same place.
 */
public final class Catalogue {
    /** Of more incidents than these there is none: the tables are asked, as they can be. */
    private static final int MOST = 2_000_000;

    /** From this share of all incidents on, all of them are read again: it is quicker. */
    private static final int SHARE = 4;

    private static final int FETCH = 5_000;

    /** Words for which it is kept which incidents have them. */
    private static final int MOST_WORDS = 50;

    /** Questions for which it is kept which incidents they ask for, until one changes. */
    private static final int MOST_QUESTIONS = 100;

    /** What an incident has one value of, or none. */
    private static final List<String> SINGLE =
            List.of("type", "mode", "grade", "factuality", "precision", "review");

    private static final int NONE = -1;

    private static final Comparator<@Nullable String> UNKNOWN_FIRST =
            Comparator.nullsFirst(Comparator.naturalOrder());

    private static final Comparator<@Nullable Double> NOWHERE_FIRST =
            Comparator.nullsFirst(Comparator.naturalOrder());

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, BitSet> withWords =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, BitSet> eldest) {
                    return size() > MOST_WORDS;
                }
            };

    /** What was found for questions that are asked again and again; emptied with every change. */
    private final Map<IncidentQuery, BitSet> found =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<IncidentQuery, BitSet> eldest) {
                    return size() > MOST_QUESTIONS;
                }
            };

    /** The last row of the journal that it knows of; negative before it is loaded. */
    private volatile long head = -1;

    private Columns columns = new Columns(0);

    /** One of the values that an incident can be asked for by this name. */
    private record Value(String name, String value) {}

    private record Spot(
            @Nullable String place,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String precision) {
        static final Comparator<Spot> ORDER =
                Comparator.comparing(Spot::place, UNKNOWN_FIRST)
                        .thenComparing(Spot::country, UNKNOWN_FIRST)
                        .thenComparing(Spot::latitude, NOWHERE_FIRST)
                        .thenComparing(Spot::longitude, NOWHERE_FIRST)
                        .thenComparing(Spot::precision, UNKNOWN_FIRST);
    }

    private record Span(@Nullable String first, @Nullable String last, String type) {
        static final Comparator<Span> ORDER =
                Comparator.comparing(Span::first, UNKNOWN_FIRST)
                        .thenComparing(Span::last, UNKNOWN_FIRST)
                        .thenComparing(Span::type);

        boolean within(@Nullable String from, @Nullable String to) {
            return (from == null || last != null && last.compareTo(from) >= 0)
                    && (to == null || first != null && first.compareTo(to) <= 0);
        }
    }

    private record Pair(@Nullable String source, @Nullable String target, String type) {
        static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::source, UNKNOWN_FIRST)
                        .thenComparing(Pair::target, UNKNOWN_FIRST)
                        .thenComparing(Pair::type);
    }

    /** Numbers things from 0 in the order in which they come. */
    private static final class Numbered<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> things = new ArrayList<>();

        int number(T thing) {
            Integer known = numbers.putIfAbsent(thing, things.size());
            if (known == null) {
                things.add(thing);
                return things.size() - 1;
            }
            return known;
        }

        int find(T thing) {
            return numbers.getOrDefault(thing, NONE);
        }

        T thing(int number) {
            return things.get(number);
        }

        int size() {
            return things.size();
        }

        /** The numbers of those that are wanted. */
        BitSet all(Predicate<T> wanted) {
            BitSet all = new BitSet(things.size());
            for (int n = 0; n < things.size(); n++) {
                all.set(n, wanted.test(things.get(n)));
            }
            return all;
        }

        void each(BiConsumer<Integer, T> take) {
            for (int n = 0; n < things.size(); n++) {
                take.accept(n, things.get(n));
            }
        }
    }

    /**
     * The incidents, each at the place of its number in the table: they are numbered one after the
     * other.
     */
    private static final class Columns {
        final BitSet there = new BitSet();
        final BitSet contested = new BitSet();
        final Map<String, Integer> byUid = new HashMap<>();
        final Numbered<Value> known = new Numbered<>();
        final Numbered<Spot> spots = new Numbered<>();
        final Numbered<Span> spans = new Numbered<>();
        final Numbered<Pair> pairs = new Numbered<>();

        String[] uid;
        int[] sources;

        /** People killed, -1 where nobody counts them. */
        int[] dead;

        int[] spot;
        int[] span;
        int[] pair;

        /** For each name of {@link #SINGLE} the number of the value, or {@link #NONE}. */
        final int[][] single = new int[SINGLE.size()][];

        /** Where the numbers of all other values begin, and how many they are. */
        int[] first;

        int[] count;

        /** One after the other; what is not in use any more is left where it is for a while. */
        int[] values = new int[0];

        int used;
        int unused;

        /** More for what is less certain: see {@link IncidentOrder#DOUBTFUL}. */
        int[] doubt;

        final Map<IncidentOrder, int[]> sorted = new EnumMap<>(IncidentOrder.class);

        Columns(int size) {
            uid = new String[size];
            sources = new int[size];
            dead = new int[size];
            doubt = new int[size];
            spot = new int[size];
            span = new int[size];
            pair = new int[size];
            first = new int[size];
            count = new int[size];
            Arrays.setAll(single, n -> new int[size]);
            for (IncidentOrder order : IncidentOrder.values()) {
                sorted.put(order, new int[0]);
            }
        }

        private void grow(int size) {
            uid = Arrays.copyOf(uid, size);
            sources = Arrays.copyOf(sources, size);
            dead = Arrays.copyOf(dead, size);
            doubt = Arrays.copyOf(doubt, size);
            spot = Arrays.copyOf(spot, size);
            span = Arrays.copyOf(span, size);
            pair = Arrays.copyOf(pair, size);
            first = Arrays.copyOf(first, size);
            count = Arrays.copyOf(count, size);
            Arrays.setAll(single, n -> Arrays.copyOf(single[n], size));
        }

        /** Takes out the incidents that have changed or ceased, and puts in those read again. */
        void change(Collection<String> changed, Collection<Draft> drafts) {
            BitSet moved = new BitSet();
            for (String old : changed) {
                Integer number = byUid.get(old);
                if (number != null) {
                    remove(number, moved);
                }
            }
            for (Draft draft : drafts) {
                if (there.get(draft.number())) { // called otherwise until now
                    remove(draft.number(), moved);
                }
            }
            drafts.forEach(this::put);
            int[] oldest =
                    sorted(
                            drafts.stream().mapToInt(Draft::number).toArray(),
                            comparator(IncidentOrder.OLDEST));
            for (IncidentOrder order : IncidentOrder.values()) {
                sorted.put(order, merged(sorted(order), moved, sorted(oldest, order), order));
            }
        }

        /** The same numbers by another order; what is level in it stays as it stands. */
        private int[] sorted(int[] oldest, IncidentOrder order) {
            return switch (order) {
                case OLDEST -> oldest;
                case NEWEST -> {
                    int last = oldest.length - 1;
                    int[] reversed = new int[oldest.length];
                    Arrays.setAll(reversed, n -> oldest[last - n]);
                    yield sorted(
                            reversed, (a, b) -> Boolean.compare(day(a) == null, day(b) == null));
                }
                case DEADLIEST -> sorted(oldest, (a, b) -> dead[b] - dead[a]);
                case MOST_SOURCES -> sorted(oldest, (a, b) -> sources[b] - sources[a]);
                case DOUBTFUL ->
                        sorted(
                                sorted(oldest, IncidentOrder.DEADLIEST),
                                (a, b) -> doubt[b] - doubt[a]);
            };
        }

        private void remove(int number, BitSet moved) {
            there.clear(number);
            byUid.remove(uid[number]);
            unused += count[number];
            moved.set(number);
        }

        private void put(Draft draft) {
            int at = draft.number();
            if (at >= uid.length) {
                grow(Math.max(at + 1, at + at / 4));
            }
            byUid.put(draft.uid(), at);
            uid[at] = draft.uid();
            contested.set(at, draft.contested());
            sources[at] = draft.sources();
            dead[at] = draft.dead();
            doubt[at] = draft.doubt();
            spot[at] = spots.number(draft.spot());
            span[at] = spans.number(draft.span());
            pair[at] = pairs.number(draft.pair());
            for (int n = 0; n < single.length; n++) {
                String value = draft.single().get(n);
                single[n][at] =
                        value == null ? NONE : known.number(new Value(SINGLE.get(n), value));
            }
            int size = draft.values().size();
            if (used + size > values.length) {
                pack(size);
            }
            first[at] = used;
            count[at] = size;
            for (Value value : draft.values()) {
                values[used++] = known.number(value);
            }
            there.set(at);
        }

        /** Makes room for so many values more, where it can from what is not in use any more. */
        private void pack(int more) {
            int needed = used - unused + more;
            int[] packed = new int[needed + needed / 2];
            int size = 0;
            for (int n = there.nextSetBit(0); n >= 0; n = there.nextSetBit(n + 1)) {
                System.arraycopy(values, first[n], packed, size, count[n]);
                first[n] = size;
                size += count[n];
            }
            values = packed;
            used = size;
            unused = 0;
        }

        int[] sorted(IncidentOrder order) {
            return Objects.requireNonNull(sorted.get(order));
        }

        private static int[] sorted(int[] numbers, IntBinaryOperator comparator) {
            return Arrays.stream(numbers)
                    .boxed()
                    .sorted(comparator::applyAsInt)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private int[] merged(int[] before, BitSet moved, int[] added, IncidentOrder order) {
            int[] kept = Arrays.stream(before).filter(n -> !moved.get(n)).toArray();
            IntBinaryOperator comparator = comparator(order);
            int[] all = new int[kept.length + added.length];
            int from = 0;
            for (int n = 0; n < added.length; n++) {
                int to = place(kept, from, added[n], comparator);
                System.arraycopy(kept, from, all, from + n, to - from);
                all[to + n] = added[n];
                from = to;
            }
            System.arraycopy(kept, from, all, from + added.length, kept.length - from);
            return all;
        }

        /** Before which of the sorted ones another belongs. */
        private static int place(int[] sorted, int from, int added, IntBinaryOperator comparator) {
            int low = from;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (comparator.applyAsInt(sorted[middle], added) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** As the tables sort: see {@link IncidentOrder#sql()}. */
        private IntBinaryOperator comparator(IncidentOrder order) {
            return switch (order) {
                case OLDEST -> (a, b) -> byDay(a, b, "9999");
                case NEWEST -> (a, b) -> byDay(b, a, "0000");
                case DEADLIEST ->
                        (a, b) -> dead[a] == dead[b] ? byDay(a, b, "9999") : dead[b] - dead[a];
                case MOST_SOURCES ->
                        (a, b) ->
                                sources[a] == sources[b]
                                        ? byDay(a, b, "9999")
                                        : sources[b] - sources[a];
                case DOUBTFUL ->
                        (a, b) ->
                                doubt[a] != doubt[b]
                                        ? doubt[b] - doubt[a]
                                        : dead[a] != dead[b]
                                                ? dead[b] - dead[a]
                                                : byDay(a, b, "9999");
            };
        }

        private int byDay(int a, int b, String unknown) {
            String left = day(a);
            String right = day(b);
            int days = (left == null ? unknown : left).compareTo(right == null ? unknown : right);
            return days == 0 ? uid[a].compareTo(uid[b]) : days;
        }

        private @Nullable String day(int number) {
            return spans.thing(span[number]).first();
        }
    }

    // ---- as new as the ledger

    /** Reads all incidents, which takes seconds; until then the tables are asked. */
    public void load(Ledger ledger) {
        Database database = ledger.database();
        if (database.query("incident-last").mapTo(Long.class).one() <= MOST) {
            refresh(database, ledger.journal());
        }
    }

    /** What answers for a ledger. */
    Overview of(Database database, Journal journal, Overview tables) {
        if (head < 0) {
            return tables;
        }
        if (journal.rows() != head) {
            refresh(database, journal);
        }
        return new View(database);
    }

    private synchronized void refresh(Database database, Journal journal) {
        database.reading(
                () -> {
                    long now = journal.rows();
                    if (now > head) {
                        update(database, now);
                    }
                    return null;
                });
    }

    private void update(Database database, long now) {
        Set<String> changed = new HashSet<>();
        if (head >= 0) {
            database.query("incidents-changed")
                    .bind("head", head)
                    .mapTo(String.class)
                    .forEach(changed::add);
        }
        boolean all = head < 0 || changed.size() * (long) SHARE >= columns.byUid.size();
        Map<Integer, Draft> drafts = new LinkedHashMap<>();
        if (all) {
            read(database, "catalogue", "catalogue-values", List.of(), drafts);
        } else {
            database.inParts(
                    changed,
                    part ->
                            read(
                                    database,
                                    "catalogue-some",
                                    "catalogue-values-some",
                                    part,
                                    drafts));
        }
        Columns fresh = all ? new Columns(0) : columns;
        if (all) { // nobody looks at these yet
            fresh.change(List.of(), drafts.values());
        }
        lock.writeLock().lock();
        try {
            if (all) {
                columns = fresh;
                withWords.clear();
            } else {
                fresh.change(changed, drafts.values());
                findWords(database, drafts.keySet());
            }
            found.clear();
            head = now;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What is read of an incident. */
    private record Draft(
            int number,
            String uid,
            boolean contested,
            int sources,
            int dead,
            List<@Nullable String> single,
            Spot spot,
            Span span,
            Pair pair,
            List<Value> values) {

        int doubt() {
            String grade = single.get(SINGLE.indexOf("grade"));
            int graded = "contested".equals(grade) ? 4 : "weak".equals(grade) ? 1 : 0;
            return graded + (contested ? 2 : 0);
        }
    }

    private static void read(
            Database database,
            String rows,
            String values,
            List<String> uids,
            Map<Integer, Draft> drafts) {
        var query = database.query(rows);
        var further = database.query(values);
        if (!uids.isEmpty()) {
            query.bindList("uids", uids);
            further.bindList("uids", uids);
        }
        query.setFetchSize(FETCH)
                .map((row, context) -> draft(row))
                .forEach(draft -> drafts.put(draft.number(), draft));
        // A row for each value, lest there be one for each value of each incident.
        further.setFetchSize(FETCH)
                .map(
                        (row, context) -> {
                            Value value = new Value(row.getString(1), row.getString(2));
                            for (String number : row.getString(3).split(",")) {
                                Draft draft = drafts.get(Integer.valueOf(number));
                                if (draft != null) {
                                    draft.values().add(value);
                                }
                            }
                            return value;
                        })
                .forEach(value -> {});
    }

    private static Draft draft(ResultSet row) throws SQLException {
        String type = String.valueOf(row.getString("type"));
        String precision = row.getString("precision");
        String reviewed = row.getString("reviewed");
        String mode = row.getString("mode");
        String first = row.getString("first_day");
        double latitude = row.getDouble("latitude");
        boolean noLatitude = row.wasNull();
        double longitude = row.getDouble("longitude");
        boolean noLongitude = row.wasNull();
        return new Draft(
                row.getInt("number"),
                String.valueOf(row.getString("uid")),
                row.getBoolean("contested"),
                row.getInt("sources"),
                row.getInt("dead"),
                Arrays.asList(
                        small(type),
                        mode == null ? null : small(mode),
                        small(String.valueOf(row.getString("grade"))),
                        small(String.valueOf(row.getString("factuality"))),
                        precision == null ? "none" : precision,
                        reviewed == null ? "none" : reviewed),
                new Spot(
                        row.getString("place"),
                        row.getString("country"),
                        noLatitude ? null : latitude,
                        noLongitude ? null : longitude,
                        precision),
                new Span(first, row.getString("last_day"), type),
                new Pair(row.getString("source"), row.getString("target"), type),
                new ArrayList<>());
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    // ---- words and doubts

    /** What is known of words holds for all incidents but those that have changed. */
    private void findWords(Database database, Set<Integer> changed) {
        withWords.forEach(
                (words, having) -> {
                    changed.forEach(having::clear);
                    database.inParts(
                            changed,
                            part ->
                                    database.query("incidents-with-words-some")
                                            .bind("words", words)
                                            .bindList("numbers", part)
                                            .mapTo(Integer.class)
                                            .forEach(having::set));
                });
    }

    private BitSet withWords(Database database, String text) {
        String words = Search.words(database.dialect(), text);
        synchronized (withWords) {
            return withWords.computeIfAbsent(
                    words,
                    w -> numbers(database.query("incidents-with-words").bind("words", words)));
        }
    }

    private static BitSet numbers(Query query) {
        BitSet found = new BitSet();
        query.setFetchSize(FETCH).mapTo(Integer.class).forEach(found::set);
        return found;
    }

    // ---- answers

    /** Answers for one ledger. */
    private final class View implements Overview {
        private final Database database;

        View(Database database) {
            this.database = database;
        }

        private <T> T asked(IncidentQuery query, BiFunction<Columns, BitSet, T> answer) {
            lock.readLock().lock();
            try {
                return answer.apply(columns, known(query));
            } finally {
                lock.readLock().unlock();
            }
        }

        /** Not to be changed. */
        private BitSet known(IncidentQuery query) {
            synchronized (found) {
                BitSet known = found.get(query);
                if (known != null) {
                    return known;
                }
            }
            BitSet asked = asked(query);
            synchronized (found) {
                found.put(query, asked);
            }
            return asked;
        }

        /** As the tables are asked: see {@link IncidentQuery#condition}. */
        private BitSet asked(IncidentQuery query) {
            Columns c = columns;
            BitSet asked = (BitSet) c.there.clone();
            if (query.contested()) {
                asked.and(c.contested);
            }
            query.where().forEach((name, values) -> asked.and(any(name, values, asked)));
            String from = query.from();
            String to = query.to();
            if (from != null || to != null) {
                keep(asked, c.span, c.spans.all(span -> span.within(from, to)));
            }
            IncidentQuery.Bounds bounds = query.bounds();
            if (bounds != null) {
                keep(
                        asked,
                        c.spot,
                        c.spots.all(spot -> bounds.hold(spot.latitude(), spot.longitude())));
            }
            String text = query.text();
            if (text != null) {
                asked.and(withWords(database, text));
            }
            return asked;
        }

        private static void keep(BitSet asked, int[] column, BitSet wanted) {
            for (int n = asked.nextSetBit(0); n >= 0; n = asked.nextSetBit(n + 1)) {
                if (!wanted.get(column[n])) {
                    asked.clear(n);
                }
            }
        }

        /** Those that have any of the values, of the ones that are left. */
        private BitSet any(String name, List<String> values, BitSet left) {
            Columns c = columns;
            BitSet any = new BitSet();
            BitSet wanted = new BitSet();
            for (String value : values) {
                int number = c.known.find(new Value(name, small(value)));
                if (number != NONE) {
                    wanted.set(number);
                }
            }
            int single = SINGLE.indexOf(name);
            for (int n = left.nextSetBit(0); n >= 0; n = left.nextSetBit(n + 1)) {
                if (single >= 0) {
                    int value = c.single[single][n];
                    any.set(n, value != NONE && wanted.get(value));
                } else {
                    for (int v = c.first[n]; v < c.first[n] + c.count[n]; v++) {
                        if (wanted.get(c.values[v])) {
                            any.set(n);
                            break;
                        }
                    }
                }
            }
            if (name.equals("review") && values.stream().anyMatch("doubt"::equalsIgnoreCase)) {
                any.or(Catalogue.numbers(database.query("incidents-doubtful")));
            }
            return any;
        }

        @Override
        public List<Long> numbers(IncidentQuery query, IncidentOrder order, int limit, int offset) {
            return asked(
                    query,
                    (c, asked) ->
                            Arrays.stream(c.sorted(order))
                                    .filter(asked::get)
                                    .skip(offset)
                                    .limit(limit)
                                    .mapToObj(n -> (long) n)
                                    .toList());
        }

        @Override
        public long count(IncidentQuery query) {
            return asked(query, (c, asked) -> (long) asked.cardinality());
        }

        @Override
        public List<IncidentStore.Tally> tally(IncidentQuery query, String name, int most) {
            return asked(
                    query,
                    (c, asked) -> {
                        int single = SINGLE.indexOf(name);
                        int[] counts = new int[c.known.size()];
                        for (int n = asked.nextSetBit(0); n >= 0; n = asked.nextSetBit(n + 1)) {
                            if (single < 0) {
                                for (int v = c.first[n]; v < c.first[n] + c.count[n]; v++) {
                                    counts[c.values[v]]++;
                                }
                            } else if (c.single[single][n] != NONE) {
                                counts[c.single[single][n]]++;
                            }
                        }
                        List<IncidentStore.Tally> tallies = new ArrayList<>();
                        c.known.each(
                                (number, value) -> {
                                    if (counts[number] > 0 && value.name().equals(name)) {
                                        tallies.add(
                                                new IncidentStore.Tally(
                                                        value.value(), counts[number]));
                                    }
                                });
                        return tallies.stream()
                                .sorted(
                                        Comparator.comparingLong(IncidentStore.Tally::incidents)
                                                .reversed()
                                                .thenComparing(IncidentStore.Tally::value))
                                .limit(most)
                                .toList();
                    });
        }

        @Override
        public List<Charts.Place> places(IncidentQuery query) {
            return asked(
                    query,
                    (c, asked) -> {
                        int[] one = new int[c.spots.size()];
                        int[] counts = counts(asked, c.spot, one);
                        return counted(
                                c.spots,
                                counts,
                                Spot.ORDER,
                                (number, spot) ->
                                        new Charts.Place(
                                                spot.place(),
                                                spot.country(),
                                                spot.latitude(),
                                                spot.longitude(),
                                                spot.precision(),
                                                counts[number],
                                                c.uid[one[number]]));
                    });
        }

        @Override
        public List<Charts.Period> periods(IncidentQuery query) {
            return asked(
                    query,
                    (c, asked) -> {
                        int[] counts = counts(asked, c.span, new int[c.spans.size()]);
                        return counted(
                                c.spans,
                                counts,
                                Span.ORDER,
                                (number, span) ->
                                        new Charts.Period(
                                                span.first(),
                                                span.last(),
                                                span.type(),
                                                counts[number]));
                    });
        }

        @Override
        public List<Charts.Sides> sides(IncidentQuery query) {
            return asked(
                    query,
                    (c, asked) -> {
                        int[] counts = counts(asked, c.pair, new int[c.pairs.size()]);
                        return counted(
                                c.pairs,
                                counts,
                                Pair.ORDER,
                                (number, pair) ->
                                        new Charts.Sides(
                                                pair.source(),
                                                pair.target(),
                                                pair.type(),
                                                counts[number]));
                    });
        }

        /**
         * @param one becomes, for each thing, the number of one incident
         */
        private static int[] counts(BitSet asked, int[] column, int[] one) {
            int[] counts = new int[one.length];
            for (int n = asked.nextSetBit(0); n >= 0; n = asked.nextSetBit(n + 1)) {
                counts[column[n]]++;
                one[column[n]] = n;
            }
            return counts;
        }

        /** What is there at all, the most frequent first. */
        private static <T, R> List<R> counted(
                Numbered<T> things, int[] counts, Comparator<T> order, Made<T, R> made) {
            List<Integer> found = new ArrayList<>();
            for (int number = 0; number < counts.length; number++) {
                if (counts[number] > 0) {
                    found.add(number);
                }
            }
            found.sort(
                    (a, b) ->
                            counts[a] == counts[b]
                                    ? order.compare(things.thing(a), things.thing(b))
                                    : counts[b] - counts[a]);
            return found.stream().map(n -> made.of(n, things.thing(n))).toList();
        }
    }

    /** What is made of a thing and its number. */
    private interface Made<T, R> {
        R of(int number, T thing);
    }
}
