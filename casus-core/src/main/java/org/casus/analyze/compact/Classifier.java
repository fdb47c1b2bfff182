package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.NLPState;
import edu.emory.mathcs.nlp.component.template.util.NLPFlag;
import edu.emory.mathcs.nlp.learning.optimization.method.AdaGradMiniBatch;
import edu.emory.mathcs.nlp.learning.util.MajorVector;
import edu.emory.mathcs.nlp.learning.util.WeightVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All of a component but its feature table and its sparse weights, as a text file: its labels in
 * their order, its features in theirs (which is the order of the sums), its dense weights if it has
 * any, and for the parser the sets of labels to choose from.
 *
 * @param features of one value; an item may join several
 * @param sets features of any number of values
 * @param vectors features that are vectors
 * @param dense weights of the vectors, label by label
 * @param candidates sets of label numbers by name, in the order that decides ties
 */
record Classifier(
        List<String> labels,
        List<List<String>> features,
        List<String> sets,
        List<String> vectors,
        List<Float> dense,
        Map<String, List<Integer>> candidates) {
    private static final String SUFFIX = ".classifier";
    static final String TABLE = ".features";
    static final String WEIGHTS = ".weights";

    static Classifier of(OnlineComponent<?, ?> component, Map<String, List<Integer>> candidates) {
        List<List<String>> features = new ArrayList<>();
        for (FeatureItem[] items : component.getFeatureTemplate().getFeatureList()) {
            features.add(notation(List.of(items)));
        }
        MajorVector vector = component.getOptimizer().getWeightVector().getDenseWeightVector();
        List<Float> dense = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            dense.add(vector.get(i));
        }
        return new Classifier(
                component.getOptimizer().getLabelMap().getLabelList(),
                features,
                notation(component.getFeatureTemplate().getSetFeatureList()),
                notation(component.getFeatureTemplate().getEmbeddingFeatureList()),
                dense,
                candidates);
    }

    private static List<String> notation(List<FeatureItem> items) {
        return items.stream().map(FeatureNotation::format).toList();
    }

    void write(Path folder, String name) throws IOException {
        List<String> lines = new ArrayList<>();
        labels.forEach(label -> lines.add("label\t" + label));
        sets.forEach(set -> lines.add("set\t" + set));
        features.forEach(feature -> lines.add("feature\t" + String.join("\t", feature)));
        vectors.forEach(vector -> lines.add("vector\t" + vector));
        dense.forEach(weight -> lines.add("dense\t" + weight));
        candidates.forEach(
                (set, members) ->
                        members.forEach(member -> lines.add("candidate\t" + set + "\t" + member)));
        Files.writeString(folder.resolve(name + SUFFIX), String.join("\n", lines) + "\n");
    }

    static Classifier read(Path folder, String name) throws IOException {
        Classifier read =
                new Classifier(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new LinkedHashMap<>());
        Path path = folder.resolve(name + SUFFIX);
        for (String line : Files.readAllLines(path)) {
            List<String> cells = List.of(line.split("\t", -1));
            String first = cells.size() > 1 ? cells.get(1) : "";
            switch (cells.get(0)) {
                case "label" -> read.labels.add(first);
                case "set" -> read.sets.add(first);
                case "feature" -> read.features.add(cells.subList(1, cells.size()));
                case "vector" -> read.vectors.add(first);
                case "dense" -> read.dense.add(Float.valueOf(first));
                case "candidate" ->
                        read.candidates
                                .computeIfAbsent(first, set -> new ArrayList<>())
                                .add(Integer.valueOf(cells.get(2)));
                default -> throw new IOException(path + " has an unknown line: " + line);
            }
        }
        return read;
    }

    /** Gives a newly made component its labels, weights and features. */
    <S extends NLPState<NLPNode>> OnlineComponent<NLPNode, S> equip(
            OnlineComponent<NLPNode, S> component, Path folder, String name) throws IOException {
        WeightVector weights = new WeightVector();
        weights.getDenseWeightVector()
                .expand(labels.size(), labels.isEmpty() ? 0 : dense.size() / labels.size());
        for (int i = 0; i < dense.size(); i++) {
            weights.getDenseWeightVector().set(i, dense.get(i));
        }
        weights.setSparseWeightVector(SparseWeights.open(folder.resolve(name + WEIGHTS)));
        AdaGradMiniBatch optimizer = new AdaGradMiniBatch(weights, 0, 0);
        optimizer.addLabels(labels);
        TableTemplate<S> template =
                new TableTemplate<>(FingerprintTable.open(folder.resolve(name + TABLE)));
        for (List<String> feature : features) {
            template.add(feature.stream().map(FeatureNotation::parse).toArray(FeatureItem[]::new));
        }
        sets.forEach(set -> template.addSet(FeatureNotation.parse(set)));
        vectors.forEach(vector -> template.addWordEmbedding(FeatureNotation.parse(vector)));
        component.setOptimizer(optimizer);
        component.setFeatureTemplate(template);
        component.setFlag(NLPFlag.DECODE);
        return component;
    }
}
