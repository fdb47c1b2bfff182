package org.casus.extract.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.model.Link;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.rule.Match;
import org.casus.rule.Patterns;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** Finds the words that tie one event to another. */
public final class LinkFinder {
    /** A link between two triggers, with the words that make it. */
    public record Tie(Link.Type type, Match from, Match to, Span span) {}

    private record Marker(Link.Type type, boolean ownIsFrom, String slot) {}

    private final Patterns<Marker> markers = new Patterns<>();

    private LinkFinder() {}

    public static LinkFinder load(Problems problems) {
        LinkFinder finder = new LinkFinder();
        Table.read(
                "link/markers.table",
                problems,
                row -> {
                    try {
                        Link.Type type =
                                Link.Type.valueOf(
                                        row.get("link").toUpperCase(Locale.ROOT).replace('-', '_'));
                        finder.markers.add(
                                row.get("marker"),
                                row.get("pos").charAt(0),
                                new Marker(
                                        type,
                                        row.get("direction").equals("from"),
                                        row.get("slot")));
                    } catch (IllegalArgumentException e) {
                        row.problem(
                                "link "
                                        + row.get("link")
                                        + " is not one of "
                                        + List.of(Link.Type.values()));
                    }
                });
        return finder;
    }

    /** The ties within one sentence. */
    public List<Tie> find(Sentence s, List<Match> here) {
        List<Tie> ties = new ArrayList<>();
        if (here.isEmpty()) {
            return ties;
        }
        for (Patterns.Hit<Marker> hit : markers.find(s)) {
            Marker marker = hit.value();
            for (Match other : complements(s, hit, here)) {
                Match own = own(s, hit, here, other);
                if (own != null && own != other && !isTalk(own, hit)) {
                    Span span = s.span(hit.words().get(0), hit.last());
                    ties.add(
                            marker.ownIsFrom()
                                    ? new Tie(marker.type(), own, other, span)
                                    : new Tie(marker.type(), other, own, span));
                }
            }
        }
        return ties;
    }

    /** "attributed the murder to the cartel": there the word is an accusation, and no cause. */
    private static boolean isTalk(Match own, Patterns.Hit<Marker> hit) {
        return own.frame().talk() && own.words().contains(hit.words().get(0));
    }

    /** The triggers in the marker's complement, the highest ones. */
    private static List<Match> complements(Sentence s, Patterns.Hit<Marker> hit, List<Match> here) {
        Set<Integer> heads = new HashSet<>();
        switch (hit.pos()) {
            case 'p' -> {
                for (int w : hit.words()) {
                    int object = s.child(w, "pobj", "pcomp");
                    if (object >= 0 && w == hit.last()) {
                        heads.add(object);
                    }
                }
            }
            case 'c' -> {
                int up = s.token(hit.last()).head();
                if (up >= 0 && s.token(hit.last()).labelled("mark", "advmod")) {
                    heads.add(up);
                }
            }
            case 'v', 'n' -> {
                for (int w : hit.words()) {
                    heads.addAll(s.arguments(w, hit.value().slot()));
                }
            }
            default -> {}
        }
        heads.removeAll(hit.words());
        List<Match> found = new ArrayList<>();
        for (int w :
                hit.pos() == 'p' && hit.words().size() > 2 ? hit.words() : List.<Integer>of()) {
            Match inside = at(here, w);
            if (inside != null) {
                found.add(inside); // "over the objections of": the marker holds the event itself
            }
        }
        for (int h : heads) {
            Match m = highest(s, h, here);
            if (m != null) {
                found.add(m);
            }
        }
        return found;
    }

    /** The trigger at a token, else the nearest below it. */
    private static @Nullable Match highest(Sentence s, int top, List<Match> here) {
        Match best = null;
        int depth = Integer.MAX_VALUE;
        for (Match m : here) {
            if (s.under(m.head(), top)) {
                int d = depth(s, m.head(), top);
                if (d < depth) {
                    depth = d;
                    best = m;
                }
            }
        }
        return depth <= 3 ? best : null;
    }

    private static int depth(Sentence s, int i, int top) {
        int d = 0;
        for (int at = i; at != top && at >= 0; at = s.token(at).head()) {
            d++;
        }
        return d;
    }

    /**
     * The trigger on the marker's own side: the verb that it hangs on, the subject of a verb, the
     * noun itself.
     */
    private static @Nullable Match own(
            Sentence s, Patterns.Hit<Marker> hit, List<Match> here, Match other) {
        if (hit.pos() == 'v' || hit.pos() == 'n') {
            for (int subject : s.arguments(hit.head(), "subject")) {
                Match m = at(here, subject);
                if (m != null) {
                    return m;
                }
            }
            for (int w : hit.words()) {
                Match self = at(here, w);
                if (self != null) {
                    return self;
                }
            }
        }
        if (hit.pos() == 'v') {
            return null;
        }
        int start = hit.pos() == 'c' ? s.token(hit.last()).head() : hit.head();
        for (int up = start < 0 ? -1 : s.token(start).head(), steps = 0;
                up >= 0 && steps < 6;
                steps++) {
            Match m = at(here, up);
            if (m != null && m != other) {
                return m;
            }
            for (String slot : List.of("object", "subject", "complement")) {
                for (int a : s.arguments(up, slot)) {
                    Match n = at(here, a);
                    if (n != null && n != other && n.kind() == Match.Kind.NOUN) {
                        return n;
                    }
                }
            }
            up = s.token(up).head();
        }
        return null;
    }

    private static @Nullable Match at(List<Match> here, int token) {
        return here.stream().filter(m -> m.words().contains(token)).findFirst().orElse(null);
    }
}
