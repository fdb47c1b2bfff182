package org.casus.rule;

import java.util.List;
import java.util.Map;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.jspecify.annotations.Nullable;

/**
 * What a group of words means: a kind of event, and where in the grammar its parts stand.
 *
 * @param name unique among frames
 * @param type PLOVER type, or SAY.CLAIM, SAY.DENY
 * @param verbs lemmas; of several words, the verb comes first and the others follow in order
 * @param nouns lemmas; of several words, the head comes last
 * @param agents nouns that name the doer
 * @param verbSlots for each role the slots where a verb has it, best first
 * @param nounSlots the same for nouns
 * @param harm what it does to its target
 * @param symmetric whether both sides are parties alike
 * @param aboutFactuality what it makes of the thing talked about; null: leaves it as it is
 * @param alone tells what came of a deed; where the report told a deed before, it is that deed's
 * @param only fires only if for each of these slots a filler matches one of the words or classes
 * @param unless does not fire if a filler of one of these slots matches
 * @param examples marked text that the tests check, likewise {@code not}
 */
public record Frame(
        String name,
        String type,
        @Nullable String mode,
        List<String> verbs,
        List<String> nouns,
        List<String> adjectives,
        List<String> agents,
        Map<Role, List<String>> verbSlots,
        Map<Role, List<String>> nounSlots,
        Harm.@Nullable Outcome harm,
        boolean symmetric,
        @Nullable Factuality aboutFactuality,
        boolean alone,
        List<String> contexts,
        @Nullable String cameo,
        @Nullable String acled,
        Map<String, List<String>> only,
        Map<String, List<String>> unless,
        List<String> examples,
        List<String> not,
        String file,
        int line) {
    /** Whether the frame is of talk: its event is about another. */
    public boolean talk() {
        return !verbSlots.getOrDefault(Role.ABOUT, List.of()).isEmpty()
                || !nounSlots.getOrDefault(Role.ABOUT, List.of()).isEmpty();
    }
}
