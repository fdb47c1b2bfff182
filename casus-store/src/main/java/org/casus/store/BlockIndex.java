package org.casus.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.casus.merge.Merger;

/**
 * Which accounts stand in which block. An account stands in some thirty blocks, and a row for each
 * would take longer to write than all else that settling does; so blocks share rows. A key is a
 * hash: its first bits name the bucket, and what one settling adds to a bucket is one row.
 */
final class BlockIndex {
    /** 4,096 buckets: many accounts fill few rows, and few accounts open few buckets. */
    private static final int BITS = 12;

    private static final int BUCKETS = 1 << BITS;

    /** A key, and the number of an account. */
    private static final int ENTRY = 2 * Long.BYTES;

    private final Database database;

    BlockIndex(Database database) {
        this.database = database;
    }

    void clear() {
        database.update("blocks-delete-all").execute();
        database.update("blocked-set").bind("blocked", 0).execute();
    }

    /** The accounts that must be compared with those that have these keys. */
    Set<Long> partners(Collection<List<Merger.Key>> keys) {
        Set<Long> wanted = new HashSet<>();
        for (List<Merger.Key> own : keys) {
            for (Merger.Key key : own) {
                for (int reach = 0; reach <= 3; reach++) {
                    if ((reach | key.reach()) == 3) {
                        wanted.add(key.block() | reach);
                    }
                }
            }
        }
        Set<Long> partners = new TreeSet<>();
        entries(
                wanted,
                (key, account) -> {
                    if (wanted.contains(key)) {
                        partners.add(account);
                    }
                });
        return partners;
    }

    /** Adds accounts; what an account tells never changes, so it is enough to add each once. */
    void add(List<Long> accounts, List<List<Merger.Key>> keys) {
        long last = database.query("blocked").mapTo(Long.class).findOne().orElse(0L);
        Set<Long> there = there(accounts, keys, last);
        int[] sizes = new int[BUCKETS];
        for (int n = 0; n < accounts.size(); n++) {
            if (!there.contains(accounts.get(n))) {
                keys.get(n).forEach(key -> sizes[bucket(key.block())] += ENTRY);
            }
        }
        ByteBuffer[] buckets = new ByteBuffer[BUCKETS];
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            buckets[bucket] = ByteBuffer.allocate(sizes[bucket]);
        }
        for (int n = 0; n < accounts.size(); n++) {
            long account = accounts.get(n);
            if (!there.contains(account)) {
                last = Math.max(last, account);
                for (Merger.Key key : keys.get(n)) {
                    buckets[bucket(key.block())]
                            .putLong(key.block() | key.reach())
                            .putLong(account);
                }
            }
        }
        var rows = database.batch("blocks-insert");
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (sizes[bucket] > 0) {
                rows.bind("bucket", bucket).bind("entries", buckets[bucket].array()).add();
            }
        }
        if (rows.size() > 0) {
            rows.execute();
            database.update("blocked-set").bind("blocked", last).execute();
        }
    }

    /**
     * Those of the accounts that have been added before. Numbers go up, so beyond the last there
     * are none; below it an account may be compared for the first time, if no report told it then.
     */
    private Set<Long> there(List<Long> accounts, List<List<Merger.Key>> keys, long last) {
        Map<Long, Long> old = new HashMap<>();
        for (int n = 0; n < accounts.size(); n++) {
            if (accounts.get(n) <= last && !keys.get(n).isEmpty()) {
                Merger.Key first = keys.get(n).get(0);
                old.put(accounts.get(n), first.block() | first.reach());
            }
        }
        Set<Long> there = new HashSet<>();
        entries(
                old.values(),
                (key, account) -> {
                    if (Long.valueOf(key).equals(old.get(account))) {
                        there.add(account);
                    }
                });
        return there;
    }

    private interface Entry {
        void take(long key, long account);
    }

    /** All that stands in the buckets of the keys. */
    private void entries(Collection<Long> keys, Entry each) {
        Set<Integer> buckets = new TreeSet<>();
        keys.forEach(key -> buckets.add(bucket(key)));
        database.inParts(
                buckets,
                part ->
                        database.query("blocks-in")
                                .bindList("buckets", part)
                                .map((row, context) -> ByteBuffer.wrap(row.getBytes("entries")))
                                .forEach(
                                        entries -> {
                                            while (entries.hasRemaining()) {
                                                each.take(entries.getLong(), entries.getLong());
                                            }
                                        }));
    }

    private static int bucket(long key) {
        return (int) (key >>> Long.SIZE - BITS);
    }
}
