package org.casus.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.model.Actor;
import org.casus.model.Assertable;
import org.casus.model.Claim;
import org.casus.model.Event;
import org.casus.model.Harm;
import org.casus.model.Reading;
import org.casus.model.Span;
import org.jspecify.annotations.Nullable;

/** Who says what of an event: its claims, those of one voice taken together. */
final class Voices {
    private static final Set<Claim.Stance> AGAINST =
            EnumSet.of(Claim.Stance.DENIES, Claim.Stance.DOUBTS);

    /**
     * What one source, or chain of sources, says.
     *
     * @param who by name; empty for the report itself, which is quoted only where it hedges
     * @param verb said, denied …
     * @param told the harms that it is about, in words; empty when it is about the event
     * @param words what is quoted of it, beyond what is shown already
     */
    record Voice(
            String who,
            String verb,
            String told,
            List<Span> words,
            List<Span> hedges,
            boolean against) {}

    private final String text;
    private final Event event;

    private Voices(String text, Event event) {
        this.text = text;
        this.event = event;
    }

    /**
     * The voices on one event and its harms, those against it last.
     *
     * @param shown words of the report that the reader has before him already
     */
    static List<Voice> of(Reading reading, Event event, @Nullable Span shown) {
        Voices voices = new Voices(reading.report().text(), event);
        Map<String, List<Claim>> byVoice = new LinkedHashMap<>();
        for (Claim claim : reading.claims()) {
            boolean says = !claim.chain().isEmpty() || !claim.hedges().isEmpty();
            if (says && claim.about().stream().anyMatch(voices::concerns)) {
                String voice = voices.who(claim) + "|" + claim.stance().verb();
                byVoice.computeIfAbsent(voice, v -> new ArrayList<>()).add(claim);
            }
        }
        List<Voice> all = new ArrayList<>();
        byVoice.values().forEach(claims -> all.add(voices.together(claims, shown)));
        all.sort(
                Comparator.comparing(Voice::against).thenComparing(voice -> voice.who().isEmpty()));
        return all;
    }

    private boolean concerns(Assertable about) {
        return about == event || about instanceof Harm harm && harm.event() == event;
    }

    private Voice together(List<Claim> claims, @Nullable Span shown) {
        Claim first = claims.get(0);
        Set<String> told = new LinkedHashSet<>();
        Set<Span> words = new LinkedHashSet<>();
        Set<Span> hedges = new LinkedHashSet<>();
        for (Claim claim : claims) {
            boolean ofEvent = claim.about().contains(event);
            Span content = claim.content();
            for (Assertable about : claim.about()) {
                if (!ofEvent && about instanceof Harm harm && harm.event() == event) {
                    if (harm.count() == null && content != null) {
                        words.add(content); // "denied that anyone died" has no number to tell
                    } else {
                        told.add(Tally.of(harm, text));
                    }
                }
            }
            if (content != null && ofEvent && (shown == null || !content.overlaps(shown))) {
                words.add(content);
            }
            hedges.addAll(claim.hedges());
        }
        boolean against = AGAINST.contains(first.stance());
        List<Span> outermost =
                words.stream()
                        .filter(w -> words.stream().noneMatch(v -> v != w && v.contains(w)))
                        .toList();
        return new Voice(
                who(first),
                first.stance().verb(),
                told.isEmpty() && outermost.isEmpty() ? "it" : String.join(", ", told),
                first.chain().isEmpty() ? List.of() : outermost,
                List.copyOf(hedges),
                against);
    }

    private String who(Claim claim) {
        String names =
                claim.chain().stream().map(this::name).collect(Collectors.joining(", citing "));
        return claim.chain().size() > 1 ? names + "," : names;
    }

    private String name(Claim.Link link) {
        Actor actor = link.actor();
        if (actor != null) {
            return actor.name();
        }
        return link.source() == null ? "somebody" : link.source().of(text).strip();
    }
}
