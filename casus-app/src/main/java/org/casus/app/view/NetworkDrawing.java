package org.casus.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A network in pixels. What hangs together is drawn by itself: actors push each other away and ties
 * pull them together, from a spiral in which the most involved is in the middle (T. Fruchterman and
 * E. Reingold, Graph drawing by force-directed placement, 1991). The pieces stand side by side, the
 * largest first; then names that would stand on each other are moved apart. The same network is
 * always drawn the same way.
 */
public record NetworkDrawing(int width, int height, List<Node> nodes, List<Line> lines) {
    private static final int WIDTH = 1_100;
    private static final int ROUNDS = 300;
    private static final int MARGIN = 30;
    private static final int SIDE_MARGIN = 64;
    private static final int LONGEST_NAME = 22;
    private static final double LETTER = 6.4;

    /** Of an actor with the name below it. */
    private static final double HIGH = 36;

    private static final int MOST_MOVES = 200;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    /** An actor. */
    public record Node(
            String x,
            String y,
            String radius,
            String label,
            String labelY,
            String title,
            String address) {}

    /** A tie, from the edge of one actor to the edge of the other. */
    public record Line(String path, String kind, String width, String title, String address) {}

    static NetworkDrawing of(NetworkView view) {
        List<NetworkView.Actor> actors = view.actors();
        int count = actors.size();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < count; i++) {
            index.put(actors.get(i).name(), i);
        }
        List<int[]> pairs = new ArrayList<>();
        for (NetworkView.Tie tie : view.ties()) {
            Integer source = index.get(tie.source());
            Integer target = index.get(tie.target());
            if (source != null && target != null && !source.equals(target)) {
                pairs.add(new int[] {source, target});
            }
        }
        double[][] places = new double[count][2];
        double[] halves = new double[count];
        for (int i = 0; i < count; i++) {
            halves[i] = 4 + shortened(actors.get(i).name()).length() * LETTER / 2;
        }
        int height = places(pieces(count, pairs), pairs, halves, places);
        double[] radii = new double[count];
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NetworkView.Actor actor = actors.get(i);
            radii[i] = Math.min(18, 4 + 1.6 * Math.sqrt((double) actor.incidents()));
            nodes.add(
                    new Node(
                            px(places[i][0]),
                            px(places[i][1]),
                            px(radii[i]),
                            shortened(actor.name()),
                            px(places[i][1] + radii[i] + 12),
                            actor.name()
                                    + ": "
                                    + actor.incidents()
                                    + (actor.incidents() == 1 ? " incident" : " incidents"),
                            actor.address()));
        }
        return new NetworkDrawing(WIDTH, height, nodes, lines(view.ties(), index, places, radii));
    }

    private static List<Line> lines(
            List<NetworkView.Tie> ties,
            Map<String, Integer> index,
            double[][] places,
            double[] radii) {
        List<Line> lines = new ArrayList<>();
        Set<List<String>> drawn = new HashSet<>();
        for (NetworkView.Tie tie : ties) {
            Integer source = index.get(tie.source());
            Integer target = index.get(tie.target());
            if (source == null || target == null || source.equals(target)) {
                continue; // who does something to himself stands in the table
            }
            boolean second = !drawn.add(List.of(tie.source(), tie.target()));
            double dx = places[target][0] - places[source][0];
            double dy = places[target][1] - places[source][1];
            double length = Math.max(1, Math.hypot(dx, dy));
            double ux = dx / length;
            double uy = dy / length;
            double bend = (second ? 0.24 : 0.11) * length;
            double startX = places[source][0] + ux * radii[source];
            double startY = places[source][1] + uy * radii[source];
            double endX = places[target][0] - ux * (radii[target] + 4);
            double endY = places[target][1] - uy * (radii[target] + 4);
            String path =
                    "M"
                            + px(startX)
                            + " "
                            + px(startY)
                            + "Q"
                            + px((startX + endX) / 2 - uy * bend)
                            + " "
                            + px((startY + endY) / 2 + ux * bend)
                            + " "
                            + px(endX)
                            + " "
                            + px(endY);
            lines.add(
                    new Line(
                            path,
                            tie.kind(),
                            px(Math.min(7, 1 + Math.sqrt((double) tie.incidents()) * 0.7)),
                            tie.source()
                                    + " "
                                    + tie.words()
                                    + " "
                                    + tie.target()
                                    + ": "
                                    + tie.incidents(),
                            tie.address()));
        }
        return lines;
    }

    // ---- pieces

    /** What hangs together, the largest piece first; each in the order of the actors. */
    private static List<List<Integer>> pieces(int count, List<int[]> pairs) {
        int[] piece = new int[count];
        for (int i = 0; i < count; i++) {
            piece[i] = i;
        }
        for (int[] pair : pairs) {
            int one = top(piece, pair[0]);
            int other = top(piece, pair[1]);
            piece[Math.max(one, other)] = Math.min(one, other);
        }
        Map<Integer, List<Integer>> pieces = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            pieces.computeIfAbsent(top(piece, i), p -> new ArrayList<>()).add(i);
        }
        return pieces.values().stream()
                .sorted(Comparator.comparingInt((List<Integer> p) -> p.size()).reversed())
                .toList();
    }

    private static int top(int[] piece, int of) {
        int at = of;
        while (piece[at] != at) {
            at = piece[at];
        }
        return at;
    }

    /**
     * Puts the pieces beside and below each other.
     *
     * @param halves how far the name of each actor goes to either side
     * @return how high all of them are
     */
    private static int places(
            List<List<Integer>> pieces, List<int[]> pairs, double[] halves, double[][] places) {
        double left = 0;
        double top = 0;
        double row = 0;
        for (List<Integer> piece : pieces) {
            double side = Math.sqrt(piece.size());
            boolean alone = pieces.size() == 1; // it has the whole width for itself
            double wide =
                    Math.min(WIDTH, Math.max(2 * SIDE_MARGIN + 8, (alone ? 330 : 150) * side));
            double room = (alone ? 28_000.0 : 14_500.0) * piece.size();
            double high = Math.max(2 * MARGIN + 4, room / wide);
            if (left + wide > WIDTH) {
                left = 0;
                top += row;
                row = 0;
            }
            double[][] at = spread(piece, pairs);
            stretch(at, 0, left + SIDE_MARGIN, left + wide - SIDE_MARGIN);
            stretch(at, 1, top + MARGIN - 8, top + high - MARGIN);
            double[] names = piece.stream().mapToDouble(i -> halves[i]).toArray();
            high =
                    Math.max(
                            high,
                            apart(at, names, left, left + wide, top + MARGIN - 8) + MARGIN - top);
            for (int i = 0; i < piece.size(); i++) {
                places[piece.get(i)] = at[i];
            }
            left += wide;
            row = Math.max(row, high);
        }
        return (int) Math.ceil(top + row);
    }

    /**
     * Moves apart what would stand on each other, by the way that is shorter for its size, and no
     * farther to the sides than there is room.
     *
     * @return where the lowest one stands
     */
    private static double apart(
            double[][] at, double[] halves, double left, double right, double top) {
        boolean moved = at.length > 1;
        for (int n = 0; moved && n < MOST_MOVES; n++) {
            moved = false;
            for (int i = 0; i < at.length; i++) {
                for (int j = i + 1; j < at.length; j++) {
                    moved |= part(at, i, j, halves[i] + halves[j]);
                }
            }
            for (int i = 0; i < at.length; i++) {
                double room = Math.min(halves[i], (right - left) / 2);
                at[i][0] = Math.max(left + room, Math.min(right - room, at[i][0]));
            }
        }
        settle(at, halves);
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double[] point : at) {
            least = Math.min(least, point[1]);
            most = Math.max(most, point[1]);
        }
        double down = Math.max(0, top - least);
        for (double[] point : at) {
            point[1] += down;
        }
        return most + down;
    }

    /** From the top on, moves down whatever still stands on something above it. */
    private static void settle(double[][] at, double[] halves) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> at[i][1]));
        for (int n = 0; n < order.size(); n++) {
            int here = order.get(n);
            boolean moved = true;
            while (moved) {
                moved = false;
                for (int above : order.subList(0, n)) {
                    if (Math.abs(at[above][1] - at[here][1]) < HIGH - 0.5
                            && Math.abs(at[above][0] - at[here][0])
                                    < halves[above] + halves[here] - 0.5) {
                        at[here][1] = at[above][1] + HIGH;
                        moved = true;
                    }
                }
            }
        }
    }

    private static boolean part(double[][] at, int i, int j, double wide) {
        double dx = at[j][0] - at[i][0];
        double dy = at[j][1] - at[i][1];
        double overX = wide - Math.abs(dx);
        double overY = HIGH - Math.abs(dy);
        if (overX <= 0.5 || overY <= 0.5) {
            return false;
        }
        int axis = overX / wide < overY / HIGH ? 0 : 1;
        double move = Math.copySign(axis == 0 ? overX : overY, axis == 0 ? dx : dy) / 2;
        at[i][axis] -= move;
        at[j][axis] += move;
        return true;
    }

    private static void stretch(double[][] at, int axis, double from, double to) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double[] point : at) {
            least = Math.min(least, point[axis]);
            most = Math.max(most, point[axis]);
        }
        for (double[] point : at) {
            point[axis] =
                    most - least < 1e-6
                            ? (from + to) / 2
                            : from + (point[axis] - least) / (most - least) * (to - from);
        }
    }

    /** One piece, in units of the length that a tie would have. */
    private static double[][] spread(List<Integer> piece, List<int[]> pairs) {
        int count = piece.size();
        Map<Integer, Integer> index = new HashMap<>();
        double[][] at = new double[count][2];
        for (int i = 0; i < count; i++) {
            index.put(piece.get(i), i);
            at[i][0] = Math.sqrt(i + 0.5) * Math.cos(i * GOLDEN_ANGLE);
            at[i][1] = Math.sqrt(i + 0.5) * Math.sin(i * GOLDEN_ANGLE);
        }
        List<int[]> own = new ArrayList<>();
        int[] ties = new int[count];
        for (int[] pair : pairs) {
            Integer one = index.get(pair[0]);
            Integer other = index.get(pair[1]);
            if (one != null && other != null) {
                own.add(new int[] {one, other});
                ties[one]++;
                ties[other]++;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[][] force = new double[count][2];
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count; j++) {
                    push(at, force, i, j);
                }
            }
            own.forEach(pair -> pull(at, force, pair[0], pair[1], ties));
            double longest = Math.sqrt(count) * 0.2 * (1 - round / (double) ROUNDS) + 0.01;
            for (int i = 0; i < count; i++) {
                double size = Math.max(1e-9, Math.hypot(force[i][0], force[i][1]));
                at[i][0] += force[i][0] / size * Math.min(size, longest);
                at[i][1] += force[i][1] / size * Math.min(size, longest);
            }
        }
        return at;
    }

    private static void push(double[][] at, double[][] force, int i, int j) {
        double dx = at[i][0] - at[j][0];
        double dy = at[i][1] - at[j][1];
        add(force, i, j, dx, dy, 1 / Math.max(1e-4, dx * dx + dy * dy));
    }

    /** A tie of two that have many pulls less, or all of them would be one lump. */
    private static void pull(double[][] at, double[][] force, int i, int j, int[] ties) {
        double dx = at[i][0] - at[j][0];
        double dy = at[i][1] - at[j][1];
        add(force, i, j, dx, dy, -Math.hypot(dx, dy) / Math.min(ties[i], ties[j]));
    }

    private static void add(double[][] force, int i, int j, double dx, double dy, double strength) {
        force[i][0] += dx * strength;
        force[i][1] += dy * strength;
        force[j][0] -= dx * strength;
        force[j][1] -= dy * strength;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
