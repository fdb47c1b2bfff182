package org.casus.app.web;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What comes in its own time, on a machine that may have much else to do. */
final class Waiting {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private Waiting() {}

    /** Something that is asked more than once. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws IOException, InterruptedException;
    }

    /** Whether something comes to be the case. */
    static boolean forIt(BooleanSupplier question) {
        long end = System.nanoTime() + LONGEST;
        boolean so = question.getAsBoolean();
        while (!so && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE);
            so = question.getAsBoolean();
        }
        return so;
    }

    /** Asks again until the answer will do; answers with the last one when that takes too long. */
    static <T> T until(Question<T> question, Predicate<T> enough)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST;
        T answer = question.ask();
        while (!enough.test(answer) && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(PAUSE);
            answer = question.ask();
        }
        return answer;
    }
}
