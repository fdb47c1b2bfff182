package org.casus.extract;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.extract.claim.Attribution;
import org.casus.extract.event.Draft;
import org.casus.model.Actor;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Sentence;
import org.casus.rule.Match;
import org.casus.rule.Role;
import org.jspecify.annotations.Nullable;

/** Parties that are named elsewhere than at the trigger: who "I" is, who is addressed. */
final class Parties {
    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "me", "us", "my", "our");

    private final List<Draft> drafts;
    private final List<Match> triggers;
    private final Mentions<Actor> actors;
    private final Map<Match, Draft> draftOf = new IdentityHashMap<>();

    Parties(List<Draft> drafts, List<Match> triggers, Mentions<Actor> actors) {
        this.drafts = drafts;
        this.triggers = triggers;
        this.actors = actors;
        drafts.forEach(d -> d.matches().forEach(m -> draftOf.put(m, d)));
    }

    /** "We attacked the base," the group said: within quotation marks "we" is who speaks. */
    void speakers(List<Attribution> attributions) {
        for (Draft draft : drafts) {
            for (Match m : draft.matches()) {
                Actor speaker = speaker(attributions, m);
                if (speaker != null && firstPerson(m, Role.SOURCE) != null) {
                    draft.addSource(role(speaker, m, Role.SOURCE));
                } else if (speaker != null && firstPerson(m, Role.TARGET) != null) {
                    draft.addTarget(role(speaker, m, Role.TARGET));
                }
            }
        }
    }

    private @Nullable Actor speaker(List<Attribution> attributions, Match m) {
        Attribution voice = Assembly.innermost(attributions, m.trigger());
        if (voice == null || voice.source() == null || !voice.quoted()) {
            return null;
        }
        Mention<Actor> source = actors.at(voice.source());
        return source == null ? null : source.value();
    }

    private static Match.@Nullable Filler firstPerson(Match m, Role role) {
        Sentence s = m.sentence();
        return m.fillers(role).stream()
                .filter(f -> FIRST_PERSON.contains(s.token(f.head()).lemma()))
                .findFirst()
                .orElse(null);
    }

    private static Event.Role role(Actor speaker, Match m, Role role) {
        Match.Filler f = firstPerson(m, role);
        return new Event.Role(speaker, f == null ? null : m.sentence().token(f.head()).span());
    }

    /**
     * Whom talk is aimed at where its own words do not say: a threat at whom the deed would befall,
     * a demand at who should act, blame and praise at who acted.
     */
    void addressees() {
        for (Match talk : triggers) {
            Draft said = draftOf.get(talk);
            if (said == null || !said.targets().isEmpty() || said.main() != talk) {
                continue;
            }
            for (Match.Filler f : talk.fillers(Role.ABOUT)) {
                Match about = Assembly.nearest(talk, f.head(), triggers);
                Draft deed = about == null ? null : draftOf.get(about);
                if (deed != null && deed != said) {
                    aimed(said, deed)
                            .forEach(
                                    r -> {
                                        if (said.sources().stream()
                                                .noneMatch(s -> s.actor() == r.actor())) {
                                            said.addTarget(r);
                                        }
                                    });
                }
            }
        }
    }

    private static List<Event.Role> aimed(Draft said, Draft deed) {
        boolean done =
                deed.modality().factuality() == Factuality.HAPPENED
                        || deed.modality().factuality() == Factuality.ONGOING;
        return switch (said.type()) {
            case "THREATEN" -> done ? List.of() : List.copyOf(deed.targets());
            case "REQUEST" -> done ? List.of() : List.copyOf(deed.sources());
            case "ACCUSE", "SUPPORT" -> done ? List.copyOf(deed.sources()) : List.of();
            default -> List.of();
        };
    }
}
