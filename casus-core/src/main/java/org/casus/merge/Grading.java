package org.casus.merge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.casus.model.Account;
import org.casus.model.Claim;
import org.casus.model.Decision;
import org.casus.model.Factuality;
import org.casus.model.Grade;
import org.casus.model.Incident;

/**
 * How well an incident is supported. The grades are those by which Airwars sorts reports of
 * civilian harm; the rules are in {@code docs/how-to/merge.md}, the first that fits decides.
 */
final class Grading {
    private Grading() {}

    record Graded(Grade grade, String reason) {}

    static Graded of(
            List<Account> accounts,
            Incident.Responsibility responsibility,
            int independentSources,
            List<Decision> decisions) {
        boolean accepted = "accept".equals(Standing.of(decisions));
        for (int i = decisions.size() - 1; i >= 0; i--) {
            Decision d = decisions.get(i);
            if (d.act() == Decision.Act.REJECT) {
                return new Graded(
                        Grade.DISCOUNTED, "rejected by " + d.author() + ": " + d.reason());
            }
            if (d.act() == Decision.Act.ACCEPT && accepted) {
                return new Graded(Grade.CONFIRMED, "accepted by " + d.author() + ": " + d.reason());
            }
        }
        if (accounts.stream().allMatch(a -> a.factuality() == Factuality.NOT_HAPPENED)) {
            return new Graded(Grade.DISCOUNTED, "every account says that it did not happen");
        }
        if (responsibility.claimed().size() > 1) {
            return new Graded(
                    Grade.CONTESTED,
                    "claimed by " + names(responsibility.claimed()) + ", each for himself");
        }
        if (accounts.stream().anyMatch(a -> a.factuality() == Factuality.NOT_HAPPENED)) {
            return new Graded(Grade.CONTESTED, "one account says that it did not happen");
        }
        if (!responsibility.denied().isEmpty()) {
            return new Graded(Grade.CONTESTED, "denied by " + names(responsibility.denied()));
        }
        Set<String> doubters = new LinkedHashSet<>();
        Set<String> confirming = new LinkedHashSet<>();
        for (Account account : accounts) {
            for (Account.Statement s : account.statements()) {
                Account.Party speaker = Blame.speaker(s);
                if (!s.aboutEvent() || speaker == null) {
                    continue;
                }
                if (s.stance() == Claim.Stance.DENIES || s.stance() == Claim.Stance.DOUBTS) {
                    doubters.add(speaker.name());
                } else if (s.stance() == Claim.Stance.CONFIRMS) {
                    confirming.add(speaker.name());
                }
            }
        }
        if (!doubters.isEmpty()) {
            return new Graded(Grade.CONTESTED, "disputed by " + String.join(", ", doubters));
        }
        if (!responsibility.claimed().isEmpty()) {
            return new Graded(Grade.CONFIRMED, "claimed by " + names(responsibility.claimed()));
        }
        if (independentSources > 1 && !confirming.isEmpty()) {
            return new Graded(
                    Grade.CONFIRMED,
                    independentSources
                            + " independent sources, confirmed by "
                            + String.join(", ", confirming));
        }
        if (independentSources > 1) {
            return new Graded(Grade.FAIR, independentSources + " independent sources");
        }
        return new Graded(Grade.WEAK, "a single source");
    }

    private static String names(List<Incident.Named> all) {
        return String.join(", ", all.stream().map(Incident.Named::name).toList());
    }
}
