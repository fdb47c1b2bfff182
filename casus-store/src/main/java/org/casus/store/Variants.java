package org.casus.store;

import java.util.List;
import java.util.Map;
import org.casus.model.Incident;

/** The same incident with other things left out or put in. */
final class Variants {
    private static final Incident.Responsibility NOBODY =
            new Incident.Responsibility(List.of(), List.of(), List.of());

    private Variants() {}

    /** With these links. */
    static Incident linked(Incident i, List<Incident.Tie> links) {
        return new Incident(
                i.uid(),
                i.type(),
                i.mode(),
                i.cameo(),
                i.acled(),
                i.contexts(),
                i.factuality(),
                i.time(),
                i.places(),
                i.sources(),
                i.targets(),
                i.objects(),
                i.instruments(),
                i.harms(),
                i.fields(),
                i.accounts(),
                i.independentSources(),
                i.grade(),
                i.gradeReason(),
                i.responsibility(),
                i.joins(),
                links,
                i.revisions(),
                i.reviewed(),
                i.text());
    }

    /** With these revisions. */
    static Incident revised(Incident i, List<Incident.Revision> revisions) {
        return new Incident(
                i.uid(),
                i.type(),
                i.mode(),
                i.cameo(),
                i.acled(),
                i.contexts(),
                i.factuality(),
                i.time(),
                i.places(),
                i.sources(),
                i.targets(),
                i.objects(),
                i.instruments(),
                i.harms(),
                i.fields(),
                i.accounts(),
                i.independentSources(),
                i.grade(),
                i.gradeReason(),
                i.responsibility(),
                i.joins(),
                i.links(),
                revisions,
                i.reviewed(),
                i.text());
    }

    /** Without what takes much room and no link depends on. */
    static Incident bare(Incident i) {
        return new Incident(
                i.uid(),
                i.type(),
                i.mode(),
                i.cameo(),
                i.acled(),
                List.of(),
                i.factuality(),
                i.time(),
                i.places(),
                i.sources(),
                i.targets(),
                List.of(),
                List.of(),
                i.harms(),
                Map.of(),
                i.accounts(),
                i.independentSources(),
                i.grade(),
                "",
                NOBODY,
                List.of(),
                i.links(),
                i.revisions(),
                i.reviewed(),
                "");
    }
}
