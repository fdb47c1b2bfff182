package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
    private static Iterator<Integer> upTo(int end) {
        return IntStream.range(0, end).iterator();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void results_come_in_the_order_of_the_things(int workers) throws Exception {
        List<Integer> results = new ArrayList<>();

        InOrder.run(upTo(200), workers, InOrderTest::atUnevenSpeed, results::add);

        assertThat(results).isEqualTo(IntStream.range(0, 200).boxed().toList());
    }

    private static int atUnevenSpeed(int n) {
        LockSupport.parkNanos(n % 7 == 0 ? 2_000_000 : 1);
        return n;
    }

    @Test
    void nothing_is_taken_in_long_before_its_turn() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        Iterator<Integer> counted =
                IntStream.range(0, 1000).peek(n -> taken.incrementAndGet()).iterator();
        List<Integer> ahead = new ArrayList<>();

        InOrder.run(
                counted,
                2,
                n -> n,
                n -> {
                    ahead.add(taken.get() - n);
                    return true;
                });

        assertThat(ahead).allMatch(a -> a <= 9);
    }

    @Test
    void it_stops_when_nobody_wants_more() throws Exception {
        List<Integer> results = new ArrayList<>();

        InOrder.run(
                IntStream.iterate(0, n -> n + 1).iterator(),
                2,
                n -> n,
                n -> {
                    results.add(n);
                    return n < 3;
                });

        assertThat(results).containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_fault_of_the_work_comes_out() {
        assertThatThrownBy(
                        () ->
                                InOrder.run(
                                        upTo(3),
                                        2,
                                        n -> {
                                            throw new IllegalArgumentException("thing " + n);
                                        },
                                        n -> true))
                .hasMessage("thing 0");
    }

    @Test
    void deep_recursion_has_room() throws Exception {
        List<Integer> results = new ArrayList<>();

        InOrder.run(upTo(1), 1, n -> depth(50_000), results::add);

        assertThat(results).containsExactly(50_000);
    }

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }
}
