package org.casus.extract.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Event;
import org.casus.model.Place;
import org.casus.model.Time;
import org.casus.rule.Match;
import org.casus.rule.Ontology;
import org.jspecify.annotations.Nullable;

/** Makes an event of a draft: codes, contexts, identity, and one line of plain English. */
public final class EventWriter {
    /** What a line cannot end in: "denied responsibility before". */
    private static final String DANGLING =
            "( that there yield| before| property of| the way of| for help from| for change from|"
                    + " help to| change to| to| from| with| against| on| of| for)$";

    /** What is hit, taken or left stands in the line where nobody does. */
    private static final Set<String> OF_THINGS = Set.of("ASSAULT", "COERCE", "RETREAT");

    private final Analysis analysis;

    public EventWriter(Analysis analysis) {
        this.analysis = analysis;
    }

    public Event event(Draft d) {
        String mode = d.mode();
        Ontology.Entry entry = Ontology.entry(d.type(), mode);
        Match main = d.main();
        boolean own =
                main.frame().type().equals(d.type()) && Objects.equals(main.frame().mode(), mode);
        return new Event(
                uid(d),
                d.type(),
                mode,
                own && main.frame().cameo() != null ? main.frame().cameo() : entry.cameo(),
                own && main.frame().acled() != null ? main.frame().acled() : entry.acled(),
                contexts(d),
                d.modality().factuality(),
                d.modality().certainty(),
                d.matches().stream()
                        .map(
                                m ->
                                        new Event.Mention(
                                                m.trigger(), m.sentence().span(), m.frame().name()))
                        .distinct()
                        .toList(),
                d.sources(),
                d.targets(),
                d.objects(),
                d.instruments(),
                d.time(),
                d.places(),
                line(d, entry));
    }

    private static List<String> contexts(Draft d) {
        Set<String> contexts = new LinkedHashSet<>();
        d.matches().forEach(m -> contexts.addAll(m.frame().contexts()));
        return List.copyOf(contexts);
    }

    /**
     * From the report's id, the kind of event and the place of its first words: the same on every
     * machine.
     */
    private String uid(Draft d) {
        Match first = d.matches().get(0);
        String content =
                String.join(
                        "\n",
                        analysis.report().id(),
                        d.type(),
                        Integer.toString(
                                analysis.text().codePointCount(0, first.trigger().start())),
                        first.trigger().of(analysis.text()));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Draft d, Ontology.Entry entry) {
        List<String> words = new ArrayList<>();
        String sources = names(d.sources());
        String targets = names(d.targets());
        words.add(sources.isEmpty() ? "Somebody" : sources);
        boolean hits =
                !d.objects().isEmpty() && (OF_THINGS.contains(d.type()) || "riot".equals(d.mode()));
        boolean alone = targets.isEmpty() && !hits;
        words.add(alone ? entry.told().replaceAll(DANGLING, "") : entry.told());
        if (!targets.isEmpty()) {
            words.add(targets);
        } else if (hits) {
            words.add(
                    d.objects().stream()
                            .map(Event.Thing::name)
                            .filter(Objects::nonNull)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        String when = when(d.time());
        if (!when.isEmpty()) {
            words.add(when);
        }
        String where =
                d.places().stream()
                        .map(Event.At::place)
                        .map(Place::name)
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining(" and "));
        if (!where.isEmpty()) {
            words.add("in " + where);
        }
        String line = String.join(" ", words);
        return switch (d.modality().factuality()) {
            case HAPPENED, ONGOING -> line;
            default ->
                    line
                            + " ("
                            + d.modality()
                                    .factuality()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' ')
                            + ")";
        };
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

    private static String when(@Nullable Time time) {
        if (time == null || time.start() == null) {
            return "";
        }
        Time.Granularity g = time.granularity() == null ? Time.Granularity.DAY : time.granularity();
        return switch (g) {
            case MINUTE, HOUR, DAYPART, DAY -> "on " + time.start();
            case WEEK -> "in the week of " + time.start();
            case MONTH -> "in " + cut(time.start(), 7);
            case SEASON -> "from " + time.start();
            case YEAR -> "in " + cut(time.start(), 4);
            case DECADE -> "in the " + cut(time.start(), 4) + "s";
        };
    }

    private static String cut(String iso, int length) {
        return iso.length() > length ? iso.substring(0, length) : iso;
    }
}
