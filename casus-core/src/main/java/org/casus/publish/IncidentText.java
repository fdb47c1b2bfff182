package org.casus.publish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Incident;
import org.jspecify.annotations.Nullable;

/** Incidents for people: what happened, how well it is supported, and who says what differently. */
public final class IncidentText {
    private IncidentText() {}

    /** One incident, a few lines, each ended by a line break. */
    public static String of(Incident i) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("  ", head(i)));
        lines.add("  " + i.text());
        i.harms().forEach((outcome, toll) -> lines.add("  " + outcome + ": " + toll(toll)));
        i.fields()
                .forEach(
                        (name, field) -> {
                            if (field.contested() && !i.harms().containsKey(name)) {
                                lines.add("  " + name + " contested: " + values(field));
                            }
                        });
        named("claimed by", i.responsibility().claimed(), false, lines);
        named("attributed to", i.responsibility().attributed(), true, lines);
        named("denied by", i.responsibility().denied(), false, lines);
        for (Incident.Tie t : i.links()) {
            lines.add("  " + t.type() + " " + t.to() + " (" + t.because() + ")");
        }
        for (Incident.Member m : i.accounts()) {
            lines.add("  told by " + teller(m));
        }
        for (Comparison c : i.joins()) {
            lines.add("  joined with " + c.score() + " points: " + String.join(", ", c.reasons()));
        }
        return String.join("\n", lines) + "\n";
    }

    /** A pair for review, in two lines. */
    public static String of(Comparison pair) {
        return pair.left()
                + " and "
                + pair.right()
                + " may be of one incident: "
                + pair.score()
                + " points\n  "
                + String.join(", ", pair.reasons())
                + "\n";
    }

    private static List<String> head(Incident i) {
        List<String> head = new ArrayList<>();
        head.add(i.uid());
        head.add(time(i.time()));
        head.add(
                i.places().isEmpty()
                        ? "place unknown"
                        : String.join(", ", i.places().stream().map(IncidentText::place).toList()));
        head.add(i.type() + (i.mode() == null ? "" : " " + i.mode()));
        head.add(Words.of(i.grade()) + ": " + i.gradeReason());
        return head;
    }

    private static String time(Account.@Nullable When when) {
        if (when == null || when.start() == null && when.end() == null) {
            return "day unknown";
        }
        if (when.start() == null) {
            return "until " + when.end();
        }
        return when.start().equals(when.end())
                ? when.start()
                : when.start() + (when.end() == null ? " on" : " to " + when.end());
    }

    private static String place(Account.Where w) {
        return w.country() == null ? w.name() : w.name() + " (" + w.country() + ")";
    }

    private static String toll(Incident.Toll toll) {
        StringBuilder line = new StringBuilder();
        if (toll.best() != null) {
            line.append(toll.best());
            if (!toll.best().equals(toll.low()) || !toll.best().equals(toll.high())) {
                line.append(", ").append(range(toll));
            }
        } else {
            line.append(range(toll));
        }
        line.append(" (").append(Words.of(toll.policy())).append(")");
        Set<String> told = new LinkedHashSet<>();
        for (Incident.Told t : toll.told()) {
            told.add(
                    number(t.low(), t.best(), t.high())
                            + (t.victims().equals("unknown") ? "" : " " + t.victims())
                            + (t.voice() == null ? "" : " by " + t.voice())
                            + (t.leftOut() == null ? "" : " [" + t.leftOut() + "]"));
        }
        return line + (told.size() > 1 ? " of " + String.join("; ", told) : "");
    }

    private static String range(Incident.Toll toll) {
        return number(toll.low(), null, toll.high());
    }

    private static String number(
            @Nullable Integer low, @Nullable Integer best, @Nullable Integer high) {
        if (low != null && low.equals(high)) {
            return low.toString();
        }
        if (high == null) {
            return low == null ? best == null ? "unknown" : best.toString() : "at least " + low;
        }
        return low == null ? "at most " + high : low + " to " + high;
    }

    private static String values(Incident.Field field) {
        return String.join(
                " / ",
                field.values().stream()
                        .map(v -> v.value() + " (" + v.accounts().size() + ")")
                        .toList());
    }

    private static void named(
            String what, List<Incident.Named> all, boolean by, List<String> lines) {
        for (Incident.Named n : all) {
            lines.add(
                    "  "
                            + what
                            + " "
                            + n.name()
                            + (by ? ", says " + String.join(", ", n.by()) : ""));
        }
    }

    private static String teller(Incident.Member m) {
        List<String> about = new ArrayList<>();
        if (m.outlet() != null) {
            about.add(m.outlet());
        }
        if (m.published() != null) {
            about.add(m.published());
        }
        return m.key()
                + " "
                + m.event()
                + (about.isEmpty() ? "" : " (" + String.join(", ", about) + ")");
    }
}
