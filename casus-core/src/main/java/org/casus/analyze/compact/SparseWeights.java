package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.learning.util.ColumnMajorVector;
import edu.emory.mathcs.nlp.learning.util.MajorVector;
import edu.emory.mathcs.nlp.learning.util.SparseItem;
import edu.emory.mathcs.nlp.learning.util.SparseVector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The weights of a classifier without their zeros, row by row (a row is a feature). Adding them in
 * the library's order of features gives its very sums: a zero adds nothing.
 */
final class SparseWeights extends ColumnMajorVector {
    private final transient IntBuffer starts;
    private final transient FloatBuffer values;
    private final transient ByteBuffer labels;

    private SparseWeights(IntBuffer starts, FloatBuffer values, ByteBuffer labels) {
        this.starts = starts;
        this.values = values;
        this.labels = labels;
    }

    static SparseWeights open(Path path) throws IOException {
        ArrayFile file = ArrayFile.open(path);
        int features = file.count(0);
        int size = file.count(2);
        SparseWeights vector =
                new SparseWeights(file.ints(features + 1), file.floats(size), file.bytes(size));
        vector.setSizes(file.count(1), features);
        return vector;
    }

    static void write(MajorVector vector, Path path) throws IOException {
        int features = vector.getFeatureSize();
        int labels = vector.getLabelSize();
        if (labels > 256) {
            throw new IllegalStateException(labels + " labels do not fit a byte");
        }
        int all = features * labels;
        try (ArrayFileWriter file =
                new ArrayFileWriter(path, features, labels, vector.countNonZeroWeights())) {
            int start = 0;
            for (int i = 0; i < all; i++) {
                if (i % labels == 0) {
                    file.write(start);
                }
                if (vector.get(i) != 0) {
                    start++;
                }
            }
            file.write(start);
            for (int i = 0; i < all; i++) {
                if (vector.get(i) != 0) {
                    file.write(vector.get(i));
                }
            }
            for (int i = 0; i < all; i++) {
                if (vector.get(i) != 0) {
                    file.write((byte) (i % labels));
                }
            }
        }
    }

    @Override
    public void addScores(SparseVector features, float[] scores) {
        List<SparseItem> items = features.getVector();
        for (int item = 0, n = items.size(); item < n; item++) {
            int feature = items.get(item).getIndex();
            if (feature >= feature_size) {
                continue;
            }
            float value = items.get(item).getValue();
            for (int k = starts.get(feature), end = starts.get(feature + 1); k < end; k++) {
                scores[labels.get(k) & 0xFF] += values.get(k) * value;
            }
        }
    }
}
