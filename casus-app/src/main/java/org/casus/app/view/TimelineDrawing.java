package org.casus.app.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A timeline in pixels: columns of what is known well, under them bands of what is not.
 *
 * @param axis where time runs, from the top
 */
public record TimelineDrawing(
        int width,
        int height,
        int axis,
        boolean dots,
        List<Box> columns,
        List<Box> bands,
        List<Tick> times,
        List<Tick> counts) {
    private static final int WIDTH = 1_100;
    private static final int LEFT = 40;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int PLOT = 180;
    private static final int LABELS = 26;
    private static final int LANE = 11;
    private static final int MOST_LANES = 16;
    private static final int MOST_TIMES = 10;

    /** Columns that are no higher than this are points, one for an incident. */
    private static final int MOST_DOTS = 12;

    /** Room for a point. */
    private static final double DOT = 15;

    private static final double WIDEST_COLUMN = 14;

    /**
     * A piece of a column, a point, or a band.
     *
     * @param x of the left edge, or of the middle of a point
     * @param size of the radius, where it is a point
     * @param kind of incident; empty for several
     */
    public record Box(
            String x,
            String y,
            String width,
            String height,
            String size,
            String kind,
            String title,
            String address) {}

    /** A mark of an axis. */
    public record Tick(String at, String words) {}

    static TimelineDrawing of(TimelineView view, String from, String to) {
        LocalDate first = LocalDate.parse(from);
        long days = ChronoUnit.DAYS.between(first, LocalDate.parse(to)) + 1;
        Scale scale = new Scale(first, (WIDTH - LEFT - RIGHT) / (double) days);
        long most = 1;
        for (TimelineView.Bin bin : view.bins()) {
            most = Math.max(most, bin.incidents());
        }
        boolean dots = most <= MOST_DOTS;
        int plot = dots ? (int) (Math.max(4, most) * DOT) : PLOT;
        List<Box> bands = new ArrayList<>();
        int axis = TOP + plot;
        int lanes = bands(view, scale, axis, bands);
        return new TimelineDrawing(
                WIDTH,
                axis + LABELS + lanes * LANE + 4,
                axis,
                dots,
                columns(view, scale, axis, most, dots),
                bands,
                times(view, scale, days),
                counts(axis, most, dots));
    }

    private record Scale(LocalDate first, double perDay) {
        double x(String day) {
            double x = LEFT + ChronoUnit.DAYS.between(first, LocalDate.parse(day)) * perDay;
            return Math.max(LEFT, Math.min(WIDTH - RIGHT, x));
        }

        /** Where the day is over. */
        double end(String day) {
            return x(LocalDate.parse(day).plusDays(1).toString());
        }
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static double unit(long most, boolean dots) {
        return dots ? DOT : PLOT / (double) most;
    }

    private static List<Box> columns(
            TimelineView view, Scale scale, int axis, long most, boolean dots) {
        List<Box> boxes = new ArrayList<>();
        double unit = unit(most, dots);
        for (TimelineView.Bin bin : view.bins()) {
            double left = scale.x(bin.from());
            double right = scale.end(bin.to());
            double wide = Math.max(1.5, Math.min(WIDEST_COLUMN, (right - left) * 0.86));
            double middle = (left + right) / 2;
            double y = axis;
            String title = bin.title() + ": " + Kinds.words(bin.counts());
            for (Kinds kind : Kinds.ALL) {
                long count = bin.counts().getOrDefault(kind.name(), 0L);
                for (long i = 0; dots && i < count; i++) {
                    y -= unit;
                    double radius = Math.max(2, Math.min(5.5, Math.min(unit, wide) / 2 * 0.9));
                    boxes.add(
                            new Box(
                                    px(middle),
                                    px(y + unit / 2),
                                    "",
                                    "",
                                    px(radius),
                                    kind.name(),
                                    title,
                                    bin.address()));
                }
                if (!dots && count > 0) {
                    y -= count * unit;
                    boxes.add(
                            new Box(
                                    px(middle - wide / 2),
                                    px(y),
                                    px(wide),
                                    px(Math.max(0.8, count * unit)),
                                    "",
                                    kind.name(),
                                    title,
                                    bin.address()));
                }
            }
        }
        return boxes;
    }

    /** Each in the first lane that is free; those with the most incidents have the first choice. */
    private static int bands(TimelineView view, Scale scale, int axis, List<Box> boxes) {
        List<double[]> taken = new ArrayList<>(); // lane, left, right
        int lanes = 0;
        for (TimelineView.Band band :
                view.bands().stream()
                        .sorted(Comparator.comparingLong(TimelineView.Band::incidents).reversed())
                        .toList()) {
            double left = scale.x(band.from());
            double right = Math.max(left + 3, scale.end(band.to()));
            int lane = 0;
            while (lane < MOST_LANES && !free(taken, lane, left, right)) {
                lane++;
            }
            if (lane == MOST_LANES) {
                continue; // it stands in the table
            }
            taken.add(new double[] {lane, left, right});
            lanes = Math.max(lanes, lane + 1);
            boxes.add(
                    new Box(
                            px(left),
                            px(axis + LABELS + lane * LANE),
                            px(right - left),
                            px(LANE - 3),
                            "",
                            band.counts().size() == 1
                                    ? band.counts().keySet().iterator().next()
                                    : "",
                            band.title() + ": " + Kinds.words(band.counts()),
                            band.address()));
        }
        return lanes;
    }

    private static boolean free(List<double[]> taken, int lane, double left, double right) {
        return taken.stream()
                .noneMatch(t -> (int) t[0] == lane && left < t[2] + 2 && right > t[1] - 2);
    }

    private static List<Tick> times(TimelineView view, Scale scale, long days) {
        TimelineView.Unit unit =
                TimelineView.Unit.valueOf(String.valueOf(view.unit()).toUpperCase(Locale.ROOT));
        List<LocalDate> starts = new ArrayList<>();
        LocalDate start = unit.start(scale.first());
        LocalDate end = scale.first().plusDays(days);
        while (start.isBefore(end)) {
            starts.add(start);
            start = unit.next(start);
        }
        int each = (starts.size() + MOST_TIMES - 1) / MOST_TIMES;
        int first = 0;
        if (unit == TimelineView.Unit.YEAR && each > 1) { // round years
            each = each <= 2 ? 2 : each <= 5 ? 5 : (each + 9) / 10 * 10;
            first = Math.floorMod(-starts.get(0).getYear(), each);
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = first; i < starts.size(); i += each) {
            String day = starts.get(i).toString();
            ticks.add(
                    new Tick(
                            px(scale.x(day)),
                            unit == TimelineView.Unit.WEEK ? day : unit.title(starts.get(i))));
        }
        return ticks;
    }

    private static List<Tick> counts(int axis, long most, boolean dots) {
        double unit = unit(most, dots);
        List<Tick> ticks = new ArrayList<>();
        long step = Math.max(1, (most + 3) / 4);
        for (long count = step; count <= most; count += step) {
            ticks.add(new Tick(px(axis - count * unit), String.valueOf(count)));
        }
        return ticks;
    }
}
