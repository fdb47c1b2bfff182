package org.casus.extract.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.model.Actor;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Time;
import org.casus.rule.Match;
import org.casus.rule.Ontology;
import org.casus.rule.Role;
import org.jspecify.annotations.Nullable;

/** Tells an event in one line of plain English. */
final class EventLine {
    private static final Pattern BLANK =
            Pattern.compile(" \\{(?<what>[^,}]*)(?:, else (?<else>[^}]*))?\\}");

    private static final int LONGEST_MATTER = 6;

    /** What is hit, taken or left stands in the line where nobody does. */
    private static final Set<String> OF_THINGS = Set.of("ASSAULT", "COERCE", "RETREAT");

    private static final Map<Harm.Outcome, String> HARMED =
            Map.of(Harm.Outcome.KILLED, "killed", Harm.Outcome.INJURED, "wounded");

    private final Draft draft;
    private final String targets;
    private final String things;

    private EventLine(Draft draft) {
        this.draft = draft;
        boolean hits =
                OF_THINGS.contains(draft.main().frame().type()) || "riot".equals(draft.mode());
        targets = draft.oneself() != null ? draft.oneself() : names(draft.targets());
        things =
                !hits
                        ? ""
                        : draft.objects().stream()
                                .map(Event.Thing::name)
                                .filter(Objects::nonNull)
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    static String of(Draft draft, Ontology.Entry entry) {
        EventLine line = new EventLine(draft);
        List<String> words = new ArrayList<>();
        words.add(line.deed(entry));
        words.add(when(draft.time()));
        words.add(where(draft));
        words.add(factuality(draft.modality().factuality()));
        words.removeIf(String::isEmpty);
        String all = String.join(" ", words);
        int first = all.codePointAt(0);
        return Character.toString(Character.toUpperCase(first))
                + all.substring(Character.charCount(first));
    }

    private String deed(Ontology.Entry entry) {
        String sources = names(draft.sources());
        String harmed = harmed();
        if (harmed != null && sources.isEmpty() && !targets.isEmpty()) {
            return targets + (several() ? " were " : " was ") + harmed;
        }
        String demanded = demanded();
        String told =
                harmed != null
                        ? harmed
                        : fought() ? "fought" : demanded.isEmpty() ? entry.told() : demanded;
        return (sources.isEmpty() ? "somebody" : sources) + " " + filled(told);
    }

    /** "demanded sanctions against Mali", where the type is that of what is demanded. */
    private String demanded() {
        boolean demand =
                draft.type().equals("ACCUSE")
                        && draft.main().frame().aboutFactuality() == Factuality.DEMANDED;
        String matter = demand ? matter() : "";
        return matter.isEmpty() ? "" : "demanded " + matter + " {against}";
    }

    /** Deeds of which only the harm is told, are told by the harm. */
    private @Nullable String harmed() {
        boolean plain =
                draft.type().equals("ASSAULT") && (draft.mode() == null || draft.oneself() != null);
        if (!plain) {
            return null;
        }
        Harm.Outcome harm = draft.main().frame().harm();
        for (Match m : draft.matches()) {
            boolean untold = harm == null && draft.sources().isEmpty();
            harm = untold ? m.frame().harm() : harm;
        }
        return harm == null ? null : HARMED.get(harm);
    }

    private boolean fought() {
        return draft.type().equals("ASSAULT")
                && draft.mode() == null
                && draft.main().frame().symmetric();
    }

    private boolean several() {
        return draft.targets().size() > 1
                || draft.targets().stream()
                        .map(Event.Role::actor)
                        .filter(Objects::nonNull)
                        .noneMatch(
                                a ->
                                        a.kind() == Actor.Kind.PERSON
                                                || a.name().matches("(?i)(an?|one|1) .*"));
    }

    /** Fills the blanks of a told phrase; without blanks the other party comes last. */
    private String filled(String told) {
        boolean names = told.contains("{things");
        boolean thing = !things.isEmpty() && (targets.isEmpty() || !hitsPeople());
        String party = thing && !names ? things : targets;
        if (told.indexOf('{') < 0) {
            String other = party.isEmpty() ? matter() : party;
            return other.isEmpty() ? told : told + " " + other;
        }
        Matcher blank = BLANK.matcher(told);
        return blank.replaceAll(
                b -> {
                    String what = blank.group("what");
                    String other = blank.group("else");
                    String filling =
                            what.equals("things")
                                    ? things.isEmpty() && other != null ? other : things
                                    : what.isEmpty() || party.isEmpty()
                                            ? ""
                                            : what.equals("whom") ? party : what + " " + party;
                    return filling.isEmpty() ? "" : Matcher.quoteReplacement(" " + filling);
                });
    }

    /** Whether the words of the deed itself name people, or only what other sentences add. */
    private boolean hitsPeople() {
        return draft.targets().stream()
                .map(Event.Role::span)
                .anyMatch(s -> s != null && draft.main().sentence().span().contains(s));
    }

    /** What is praised, condemned or refused, in the report's words: "criticized the shooting". */
    private String matter() {
        Match m = draft.main();
        Sentence s = m.sentence();
        for (Role role : m.frame().talk() ? List.of(Role.ABOUT, Role.TARGET) : List.<Role>of()) {
            for (Match.Filler f : m.fillers(role)) {
                int first = s.first(f.head());
                if (s.token(f.head()).isNoun() && f.head() - first < LONGEST_MATTER) {
                    return words(s, first, f.head());
                }
            }
        }
        return "";
    }

    private static String words(Sentence s, int first, int last) {
        StringBuilder words = new StringBuilder();
        for (int i = first; i <= last; i++) {
            boolean apart = i > first && s.token(i).span().start() > s.token(i - 1).span().end();
            words.append(apart ? " " : "").append(s.token(i).form());
        }
        return words.toString();
    }

    private static String names(List<Event.Role> roles) {
        return roles.stream()
                .map(Event.Role::actor)
                .filter(Objects::nonNull)
                .map(Actor::name)
                .distinct()
                .limit(4)
                .collect(Collectors.joining(" and "));
    }

    private static String where(Draft draft) {
        String names =
                draft.places().stream()
                        .filter(at -> at.span() != null) // the line tells what the words do
                        .map(Event.At::place)
                        .map(Place::name)
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining(" and "));
        return names.isEmpty() ? "" : "in " + names;
    }

    private static String factuality(Factuality f) {
        return f == Factuality.HAPPENED || f == Factuality.ONGOING
                ? ""
                : "(" + f.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }

    private static String when(@Nullable Time time) {
        if (time == null || time.start() == null) {
            return "";
        }
        Time.Granularity g = time.granularity() == null ? Time.Granularity.DAY : time.granularity();
        boolean since = time.modifier() == Time.Modifier.SINCE;
        return switch (g) {
            case MINUTE, HOUR, DAYPART, DAY -> (since ? "since " : "on ") + time.start();
            case WEEK -> (since ? "since " : "in ") + "the week of " + time.start();
            case MONTH -> (since ? "since " : "in ") + cut(time.start(), 7);
            case SEASON -> (since ? "since " : "from ") + time.start();
            case YEAR -> (since ? "since " : "in ") + cut(time.start(), 4);
            case DECADE -> (since ? "since the " : "in the ") + cut(time.start(), 3) + "0s";
        };
    }

    private static String cut(String iso, int length) {
        return iso.length() > length ? iso.substring(0, length) : iso;
    }
}
