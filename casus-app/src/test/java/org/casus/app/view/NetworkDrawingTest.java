package org.casus.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkDrawingTest {
    /** As many as are drawn at most; with a knot of thirty who all have to do with each other. */
    private static NetworkView tangle(long seed) {
        Random random = new Random(seed);
        List<NetworkView.Actor> actors = new ArrayList<>();
        List<NetworkView.Tie> ties = new ArrayList<>();
        for (int i = 0; i < NetworkView.MOST_ACTORS; i++) {
            String name = "actor " + "of a long name".substring(random.nextInt(10)) + " " + i;
            actors.add(new NetworkView.Actor(name, 1 + random.nextInt(9), "/network"));
            if (i > 0 && i % 7 != 0) {
                ties.add(tie(actors.get(random.nextInt(i)).name(), name));
            }
        }
        for (int i = 0; i < 30; i++) {
            for (int j = i + 1; j < 30; j++) {
                ties.add(tie(actors.get(i).name(), actors.get(j).name()));
            }
        }
        return new NetworkView(IncidentFilter.of(Map.of()), ties.size(), 0, true, actors, ties);
    }

    private static NetworkView.Tie tie(String source, String target) {
        return new NetworkView.Tie(source, target, "against", 1, 1, "/incidents");
    }

    @Test
    void no_name_stands_on_another_or_beyond_the_edge() {
        for (long seed = 1; seed <= 5; seed++) {
            NetworkDrawing drawing = NetworkDrawing.of(tangle(seed));
            List<NetworkDrawing.Node> nodes = drawing.nodes();
            int over = 0;
            for (int i = 0; i < nodes.size(); i++) {
                NetworkDrawing.Node one = nodes.get(i);
                assertThat(number(one.x()) - half(one)).isGreaterThanOrEqualTo(0);
                assertThat(number(one.x()) + half(one)).isLessThanOrEqualTo(drawing.width());
                assertThat(number(one.y())).isPositive();
                assertThat(number(one.labelY())).isLessThan(drawing.height());
                for (int j = 0; j < i; j++) {
                    NetworkDrawing.Node other = nodes.get(j);
                    double between = Math.abs(number(one.labelY()) - number(other.labelY()));
                    if (between < 11
                            && Math.abs(number(one.x()) - number(other.x()))
                                    < half(one) + half(other)) {
                        over++;
                    }
                }
            }
            assertThat(over).as("seed %d", seed).isZero();
        }
    }

    @Test
    void the_same_network_is_always_drawn_the_same_way() {
        assertThat(NetworkDrawing.of(tangle(7))).isEqualTo(NetworkDrawing.of(tangle(7)));
    }

    private static double half(NetworkDrawing.Node node) {
        return node.label().length() * 6.0 / 2;
    }

    private static double number(String pixels) {
        return Double.parseDouble(pixels);
    }
}
