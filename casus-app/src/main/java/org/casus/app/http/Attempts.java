package org.casus.app.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever tries passwords: after some failures the next try has to wait, twice as long
 * every time, a quarter of an hour at the most. A try counts as a failure until it has succeeded,
 * so that many at once gain nothing.
 */
final class Attempts {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST_KEPT = 10_000;

    private final int free;
    private final Clock clock;
    private final Map<String, Tries> tries =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    private record Tries(int failures, Instant last, Instant again) {}

    /**
     * @param free so many failures cost nothing
     */
    Attempts(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /** Counts a try; answers how long it has to wait, zero if it may be made now. */
    synchronized Duration take(String who) {
        Instant now = clock.instant();
        Tries known = tries.get(who);
        if (known != null && known.last().plus(FORGOTTEN).isBefore(now)) {
            known = null;
        }
        if (known != null && now.isBefore(known.again())) {
            return Duration.between(now, known.again());
        }
        int failures = known == null ? 1 : known.failures() + 1;
        tries.put(who, new Tries(failures, now, now.plus(wait(failures))));
        return Duration.ZERO;
    }

    private Duration wait(int failures) {
        int over = failures - free;
        if (over < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(over, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** What was tried was right. */
    synchronized void succeeded(String who) {
        tries.remove(who);
    }
}
