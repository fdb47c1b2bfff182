package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.component.dep.DEPLabelCandidate;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.learning.util.MLUtils;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parser's sets of transitions to choose from, kept in the order in which the library walks
 * them: of two equal scores the first wins, and rebuilding the library's hash sets would change
 * that order.
 */
final class Candidates {
    private final int[] firstShift;
    private final int[] noArc;
    private final int[] noArcAndStay;
    private final int[] notReduce;
    private final int[] leftArc;
    private final int[] rightArc;

    Candidates(Map<String, List<Integer>> sets) {
        firstShift = numbers(sets, "X_SHIFT");
        noArc = numbers(sets, "NO_X");
        noArcAndStay = numbers(sets, "NO_SHIFT_OR_PASS");
        notReduce = numbers(sets, "NOT_NO_REDUCE");
        leftArc = numbers(sets, "LEFT_ARC");
        rightArc = numbers(sets, "RIGHT_ARC");
    }

    private static int[] numbers(Map<String, List<Integer>> sets, String name) {
        List<Integer> numbers = sets.get(name);
        if (numbers == null || numbers.size() < 2) {
            throw new IllegalStateException("the parser's set " + name + " is missing");
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Reads the library's sets, which it keeps to itself, in their order. For the converter. */
    static Map<String, List<Integer>> of(DEPLabelCandidate<?> candidates)
            throws ReflectiveOperationException {
        Map<String, List<Integer>> sets = new TreeMap<>();
        for (Field field : DEPLabelCandidate.class.getDeclaredFields()) {
            if (field.getType() == IntSet.class) {
                field.setAccessible(true);
                int[] numbers = ((IntSet) field.get(candidates)).toIntArray();
                sets.put(field.getName(), Arrays.stream(numbers).boxed().toList());
            }
        }
        return sets;
    }

    /** The best and the second best transition. */
    int[] best(NLPNode stack, NLPNode input, float[] scores) {
        int[] candidates = of(stack, input);
        return candidates == null ? MLUtils.argmax2(scores) : best(candidates, scores);
    }

    /** The transitions that may be taken; null stands for all. */
    private int @Nullable [] of(NLPNode stack, NLPNode input) {
        if (stack.getID() == 0) {
            return firstShift;
        }
        if (stack.isDescendantOf(input)) {
            return noArc;
        }
        if (input.isDescendantOf(stack)) {
            return stack.hasDependencyHead() ? noArc : noArcAndStay;
        }
        return stack.hasDependencyHead() ? null : notReduce;
    }

    private static int[] best(int[] candidates, float[] scores) {
        int first = candidates[0];
        int second = candidates[1];
        if (scores[first] < scores[second]) {
            first = candidates[1];
            second = candidates[0];
        }
        for (int i = 2; i < candidates.length; i++) {
            int candidate = candidates[i];
            if (scores[first] < scores[candidate]) {
                second = first;
                first = candidate;
            } else if (scores[second] < scores[candidate]) {
                second = candidate;
            }
        }
        return new int[] {first, second};
    }

    /** The best arc from a head to the right of its dependent, or to the left. */
    int bestArc(boolean headIsRight, float[] scores) {
        int best = -1;
        float most = -Float.MAX_VALUE;
        for (int candidate : headIsRight ? leftArc : rightArc) {
            if (most < scores[candidate]) {
                best = candidate;
                most = scores[candidate];
            }
        }
        return best;
    }
}
