package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.NLPState;
import edu.emory.mathcs.nlp.component.template.train.HyperParameter;
import edu.emory.mathcs.nlp.learning.util.SparseVector;
import org.jspecify.annotations.Nullable;

/** A classifier's features, numbered by a table on disk. */
final class TableTemplate<S extends NLPState<NLPNode>> extends FeatureTemplate<NLPNode, S> {
    private final transient FingerprintTable numbers;

    TableTemplate(FingerprintTable numbers) {
        super(null, new HyperParameter());
        this.numbers = numbers;
    }

    @Override
    protected void add(
            SparseVector features, int type, @Nullable String value, float weight, boolean train) {
        if (value == null) {
            return;
        }
        int number = numbers.get(type, value);
        if (number > 0) {
            features.add(number, weight);
        }
    }
}
