package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.common.treebank.DEPTagEn;
import edu.emory.mathcs.nlp.component.dep.DEPLabel;
import edu.emory.mathcs.nlp.component.dep.DEPParser;
import edu.emory.mathcs.nlp.component.dep.DEPState;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;

/**
 * The library's transition parser, with its sets of transitions in their shipped order (see {@link
 * Candidates}). It does what the library does, word for word; only the sets are its own.
 */
final class CompactParser extends DEPParser<NLPNode> {
    /** How far on either side a head is sought for a word that was left without one. */
    private static final int WINDOW = 5;

    private final transient Candidates candidates;

    CompactParser(Candidates candidates) {
        this.candidates = candidates;
    }

    @Override
    protected int[] getPrediction(DEPState<NLPNode> state, float[] scores) {
        return candidates.best(state.getStack(), state.getInput(), scores);
    }

    @Override
    protected void postProcess(DEPState<NLPNode> state) {
        NLPNode[] nodes = state.getNodes();
        for (int i = 1; i < nodes.length; i++) {
            if (!nodes[i].hasDependencyHead()) {
                new Adoption(state, i).settle();
            }
        }
    }

    /** Finds the best head for a word that the transitions left without one. */
    private final class Adoption {
        private final DEPState<NLPNode> state;
        private final NLPNode[] nodes;
        private final int orphan;
        private int head = -1;
        private int arc = -1;
        private double most = -Double.MAX_VALUE;

        Adoption(DEPState<NLPNode> state, int orphan) {
            this.state = state;
            this.nodes = state.getNodes();
            this.orphan = orphan;
        }

        void settle() {
            seek(-1);
            seek(1);
            if (head < 0) {
                nodes[orphan].setDependencyHead(nodes[0], DEPTagEn.DEP_ROOT);
            } else {
                DEPLabel label = new DEPLabel(optimizer.getLabel(arc));
                nodes[orphan].setDependencyHead(nodes[head], label.getDeprel());
            }
        }

        private void seek(int step) {
            for (int at = orphan + step, seen = 0;
                    0 <= at && at < nodes.length && seen < WINDOW;
                    at += step, seen++) {
                if (nodes[at].isDescendantOf(nodes[orphan])) {
                    continue;
                }
                state.reset(Math.min(orphan, at), Math.max(orphan, at));
                float[] scores =
                        optimizer.scores(feature_template.createFeatureVector(state, false));
                int best = candidates.bestArc(step > 0, scores);
                if (most < scores[best]) {
                    head = at;
                    arc = best;
                    most = scores[best];
                }
            }
        }
    }
}
