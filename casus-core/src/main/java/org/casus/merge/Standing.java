package org.casus.merge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.casus.model.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What reviewers say of an incident as a whole. The last word holds; but where an acceptance asks
 * for a second reader, the incident is accepted when somebody else has accepted it, too, and waits
 * until then.
 */
final class Standing {
    private Standing() {}

    /**
     * "accept", "await" or "reject"; null where nobody has decided.
     *
     * @param decisions those about the incident, the oldest first
     */
    static @Nullable String of(List<Decision> decisions) {
        Set<String> readers = new LinkedHashSet<>();
        boolean two = false;
        boolean rejected = false;
        for (Decision d : decisions) {
            if (d.act() == Decision.Act.REJECT) {
                rejected = true;
                two = false;
                readers.clear();
            } else if (d.act() == Decision.Act.ACCEPT) {
                rejected = false;
                two |= d.needsSecond();
                readers.add(d.author());
            }
        }
        if (rejected) {
            return "reject";
        }
        return readers.isEmpty() ? null : two && readers.size() < 2 ? "await" : "accept";
    }
}
