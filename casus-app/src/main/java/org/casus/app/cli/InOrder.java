package org.casus.app.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on many things at once and hands the results on in the order of the things. */
final class InOrder {
    /** Deep sentences recurse deeply. */
    private static final long STACK_BYTES = 16L << 20;

    /** Things taken in ahead of the one that is waited for, for each worker. */
    private static final int AHEAD = 4;

    private InOrder() {}

    /** Takes a result; says whether it wants more. */
    interface Sink<R> {
        boolean take(R result) throws IOException;
    }

    static <T, R> void run(Iterator<T> things, int workers, Function<T, R> work, Sink<R> sink)
            throws IOException, InterruptedException {
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        workers,
                        task -> {
                            Thread thread = new Thread(null, task, "reader", STACK_BYTES);
                            thread.setDaemon(true);
                            return thread;
                        });
        try {
            Deque<Future<R>> waiting = new ArrayDeque<>();
            boolean more = true;
            while (more && (things.hasNext() || !waiting.isEmpty())) {
                while (waiting.size() < workers * AHEAD && things.hasNext()) {
                    T thing = things.next();
                    waiting.add(pool.submit(() -> work.apply(thing)));
                }
                more = sink.take(result(waiting.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a reader failed", e.getCause());
        }
    }
}
