package org.casus.merge;

import java.util.List;
import org.casus.model.Comparison;
import org.casus.model.Decision;
import org.casus.model.Incident;

/**
 * What merging came to.
 *
 * @param incidents in the order of their earliest accounts; their links lead to accounts until
 *     {@link Chains} has been over them
 * @param review pairs of accounts that may be of one incident, and were left apart
 * @param orphans decisions about accounts that are not there
 */
public record Merged(List<Incident> incidents, List<Comparison> review, List<Decision> orphans) {
    public Merged {
        incidents = List.copyOf(incidents);
        review = List.copyOf(review);
        orphans = List.copyOf(orphans);
    }
}
