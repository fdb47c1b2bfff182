package org.casus.extract.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.casus.model.Analysis;
import org.casus.model.Event;
import org.casus.rule.Match;
import org.casus.rule.Ontology;
import org.jspecify.annotations.Nullable;

/** Makes an event of a draft: codes, contexts, identity, and one line of plain English. */
public final class EventWriter {
    private final Analysis analysis;

    public EventWriter(Analysis analysis) {
        this.analysis = analysis;
    }

    /**
     * @param acled sub-event type that it is filed under
     */
    public Event event(Draft d, @Nullable String acled) {
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
                acled,
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
                EventLine.of(d, d.isOnlyAnnounced() ? announced(d) : entry));
    }

    /** "held a joint exercise (planned)" tells more than that it was agreed to. */
    private static Ontology.Entry announced(Draft d) {
        return Ontology.entry(d.main().frame().type(), d.main().frame().mode());
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
}
