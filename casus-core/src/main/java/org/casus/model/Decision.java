package org.casus.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decided. It names accounts, not incidents, so that it holds whatever the merging
 * makes of them; an account that is gone, for its text changed, leaves the decision an orphan.
 *
 * @param id of the decision itself
 * @param accounts uids of the accounts it is about
 * @param others for a split, the accounts to be kept apart from the first; for a link, where it
 *     leads
 * @param field for a correction, the name of the field
 * @param value for a correction, the right value; for a link, its type; for an acceptance that
 *     holds when somebody else accepts, too, {@link #SECOND}
 * @param author who decided
 * @param at ISO date-time
 * @param undone whether it has been taken back
 */
public record Decision(
        String id,
        Act act,
        List<String> accounts,
        List<String> others,
        @Nullable String field,
        @Nullable String value,
        String author,
        String reason,
        String at,
        boolean undone) {
    /**
     * The order in which they were made. Many can be made in one second; the ids of a ledger count
     * up, and d9 comes before d10.
     */
    public static final Comparator<Decision> ORDER =
            Comparator.comparing(Decision::at)
                    .thenComparingInt((Decision decision) -> decision.id().length())
                    .thenComparing(Decision::id);

    /** The value of an acceptance that asks for a second reader. */
    public static final String SECOND = "second";

    public enum Act {
        /** The incident of these accounts is right. */
        ACCEPT,
        /** A field of the incident of these accounts has another value. */
        CORRECT,
        /** These accounts are of one incident. */
        MERGE,
        /** These accounts are not of one incident with the others. */
        SPLIT,
        /** These accounts tell of no incident. */
        REJECT,
        /** The incident of these accounts is linked to that of the others. */
        LINK
    }

    public Decision {
        accounts = List.copyOf(accounts);
        others = List.copyOf(others);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("a decision about no account");
        }
        if ((act == Act.SPLIT || act == Act.LINK) && others.isEmpty()) {
            throw new IllegalArgumentException("a " + act + " needs accounts on both sides");
        }
        if (act == Act.CORRECT && (field == null || value == null)) {
            throw new IllegalArgumentException("a correction needs a field and a value");
        }
        if (act == Act.LINK && value == null) {
            throw new IllegalArgumentException("a link needs a type");
        }
    }

    /** Whether it is an acceptance that holds when somebody else accepts, too. */
    public boolean needsSecond() {
        return act == Act.ACCEPT && SECOND.equals(value);
    }
}
