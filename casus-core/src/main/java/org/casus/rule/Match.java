package org.casus.rule;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;

/**
 * A frame found in a sentence: the words that set it off and what fills its roles.
 *
 * @param head index of the trigger's head token
 * @param words indexes of all trigger tokens, in order
 * @param fillers for each role, best slot first
 */
public record Match(
        Frame frame,
        Kind kind,
        Sentence sentence,
        int head,
        List<Integer> words,
        Map<Role, List<Filler>> fillers) {
    /** How the trigger word told it. */
    public enum Kind {
        VERB,
        NOUN,
        ADJECTIVE,
        AGENT
    }

    /**
     * What fills a role.
     *
     * @param head index of its head token
     * @param slot the grammatical slot it stands in
     * @param passed whether grammar handed it on from another word
     */
    public record Filler(int head, String slot, boolean passed) {}

    public Match {
        words = List.copyOf(words);
        fillers = new EnumMap<>(fillers);
    }

    public Position position() {
        return new Position(sentence.index(), head);
    }

    public List<Filler> fillers(Role role) {
        return fillers.getOrDefault(role, List.of());
    }

    /** The trigger's words where they stand together, else its head alone. */
    public Span trigger() {
        int first = words.get(0);
        int last = words.get(words.size() - 1);
        return last - first + 1 == words.size()
                ? sentence.span(first, last)
                : sentence.token(head).span();
    }
}
