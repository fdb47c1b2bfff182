package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import edu.emory.mathcs.nlp.common.util.IOUtils;
import edu.emory.mathcs.nlp.component.dep.DEPParser;
import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.learning.util.FeatureMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the compact files from the library's own archive. It needs a heap of 2.5 GB, so it runs in
 * a virtual machine of its own ({@code Models} starts it) and ends with the one that started it:
 * its standard input is then at its end. It says on standard output what it is at, one line a step:
 * the share of the work done, a tab, words.
 */
public final class Converter {
    private static final String LEXICA = "edu/emory/mathcs/nlp/lexica/en-";
    private static final String MODELS = "edu/emory/mathcs/nlp/models/en-";

    private final Path folder;
    private final PrintStream progress;

    Converter(Path folder, PrintStream progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Takes one argument: an empty folder to write into. */
    public static void main(String[] arguments) throws Exception {
        endWithParent();
        PrintStream progress = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new Converter(Path.of(arguments[0]), progress).convert();
    }

    private static void endWithParent() {
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {}
                            } catch (IOException e) {
                                // as good as the end
                            }
                            Runtime.getRuntime().halt(3);
                        },
                        "parent");
        watch.setDaemon(true);
        watch.start();
    }

    void convert() throws Exception {
        step(0.00, "word classes");
        Lexicon.writeLists(
                read(LEXICA + "ambiguity-classes-simplified-lowercase.xz"),
                folder,
                CompactModel.AMBIGUITY);
        step(0.02, "word clusters");
        Lexicon.writeLists(
                read(LEXICA + "brown-clusters-simplified-lowercase.xz"),
                folder,
                CompactModel.CLUSTERS);
        step(0.05, "word vectors");
        Lexicon.writeVectors(
                read(LEXICA + "word-embeddings-undigitalized.xz"), folder, CompactModel.EMBEDDINGS);
        step(0.24, "names");
        GazetteerTrie.write(
                this.<PrefixTree<String, Set<String>>>read(
                        LEXICA + "named-entity-gazetteers-simplified.xz"),
                folder);
        step(0.38, "part-of-speech tagger");
        component(CompactModel.POS);
        step(0.44, "name recognizer");
        component(CompactModel.NER);
        step(0.54, "dependency parser");
        component(CompactModel.DEP);
        step(0.98, "checksums");
        Manifest.of(folder).write(folder);
        step(1.00, "done");
    }

    private void component(String name) throws Exception {
        OnlineComponent<?, ?> component = read(MODELS + name + ".xz");
        Map<String, List<Integer>> candidates =
                component instanceof DEPParser<?> parser
                        ? Candidates.of(parser.getLabelCandidates())
                        : Map.of();
        Classifier.of(component, candidates).write(folder, name);
        SparseWeights.write(
                component.getOptimizer().getWeightVector().getSparseWeightVector(),
                folder.resolve(name + Classifier.WEIGHTS));
        writeFeatures(component.getFeatureTemplate(), folder.resolve(name + Classifier.TABLE));
    }

    /** The library keeps its feature numbers to itself. */
    private static void writeFeatures(FeatureTemplate<?, ?> template, Path path)
            throws ReflectiveOperationException, IOException {
        Field field = FeatureTemplate.class.getDeclaredField("feature_map");
        field.setAccessible(true);
        List<Object2IntMap<String>> maps = ((FeatureMap) field.get(template)).getIndexMaps();
        int size = maps.stream().mapToInt(Map::size).sum();
        FingerprintTable.Builder table = new FingerprintTable.Builder(size);
        for (int type = 0; type < maps.size(); type++) {
            for (Object2IntMap.Entry<String> entry : maps.get(type).object2IntEntrySet()) {
                table.put(type, entry.getKey(), entry.getIntValue());
            }
        }
        table.write(path);
    }

    /**
     * Reads an object of the library's archive, which comes from the class path, not from users.
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T> T read(String resource) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = IOUtils.createArtifactObjectInputStream(resource)) {
            return (T) in.readObject();
        }
    }

    private void step(double share, String words) {
        progress.println(share + "\t" + words);
    }
}
