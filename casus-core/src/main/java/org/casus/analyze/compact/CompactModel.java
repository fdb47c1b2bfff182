package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.common.util.Language;
import edu.emory.mathcs.nlp.component.morph.MorphologicalAnalyzer;
import edu.emory.mathcs.nlp.component.ner.NERTagger;
import edu.emory.mathcs.nlp.component.pos.POSTagger;
import edu.emory.mathcs.nlp.component.template.NLPComponent;
import edu.emory.mathcs.nlp.component.template.feature.Field;
import edu.emory.mathcs.nlp.component.template.lexicon.GlobalLexica;
import edu.emory.mathcs.nlp.component.template.lexicon.GlobalLexicon;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The tokenizer and the parser's stages, loaded from compact files. Safe for many threads. */
public final class CompactModel {
    static final String AMBIGUITY = "ambiguity";
    static final String CLUSTERS = "clusters";
    static final String EMBEDDINGS = "embeddings";
    static final String POS = "pos";
    static final String NER = "ner";
    static final String DEP = "dep";

    private final Tokenizer tokenizer;
    private final List<NLPComponent<NLPNode>> stages;
    private final Vocabulary vocabulary;

    private CompactModel(
            Tokenizer tokenizer, List<NLPComponent<NLPNode>> stages, Vocabulary vocabulary) {
        this.tokenizer = tokenizer;
        this.stages = stages;
        this.vocabulary = vocabulary;
    }

    /**
     * Loads the parts side by side.
     *
     * @throws IOException if a file is missing or not what it should be
     */
    public static CompactModel load(Path folder) throws IOException {
        var pos = start(() -> Classifier.read(folder, POS).equip(new POSTagger<>(), folder, POS));
        var ner = start(() -> Classifier.read(folder, NER).equip(new NERTagger<>(), folder, NER));
        var dep = start(() -> parser(folder));
        var morphology = start(() -> new MorphologicalAnalyzer<NLPNode>(Language.ENGLISH));
        var tokenizer = start(EnglishTokenizer::new);
        Lexicon<List<String>> ambiguity = Lexicon.ofLists(folder, AMBIGUITY, list -> list);
        GazetteerTrie names = GazetteerTrie.open(folder);
        GlobalLexica<NLPNode> lexica = lexica(folder, ambiguity, names);
        return new CompactModel(
                end(tokenizer),
                List.of(lexica, end(pos), end(morphology), end(ner), end(dep)),
                new Vocabulary(ambiguity, names));
    }

    private static NLPComponent<NLPNode> parser(Path folder) throws IOException {
        Classifier classifier = Classifier.read(folder, DEP);
        Candidates candidates = new Candidates(classifier.candidates());
        return classifier.equip(new CompactParser(candidates), folder, DEP);
    }

    private static GlobalLexica<NLPNode> lexica(
            Path folder, Lexicon<List<String>> ambiguity, GazetteerTrie names) throws IOException {
        GlobalLexica<NLPNode> lexica = emptyLexica();
        lexica.setAmbiguityClasses(
                lexicon(ambiguity, Field.word_form_simplified_lowercase, AMBIGUITY));
        Lexicon<Set<String>> clusters = Lexicon.ofLists(folder, CLUSTERS, LinkedHashSet::new);
        lexica.setWordClusters(lexicon(clusters, Field.word_form_simplified_lowercase, CLUSTERS));
        lexica.setWordEmbeddings(
                lexicon(
                        Lexicon.ofVectors(folder, EMBEDDINGS),
                        Field.word_form_undigitalized,
                        EMBEDDINGS));
        lexica.setNamedEntityGazetteers(
                new GlobalLexicon<>(names, Field.word_form_simplified, "names"));
        return lexica;
    }

    private static <V> GlobalLexicon<Map<String, V>> lexicon(
            Map<String, V> lexicon, Field field, String name) {
        return new GlobalLexicon<>(lexicon, field, name);
    }

    /** The library takes its lexica from XML only, or none from XML without any. */
    private static GlobalLexica<NLPNode> emptyLexica() {
        try {
            return new GlobalLexica<>(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .newDocument()
                            .createElement("none"));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** What the model knows of words, for giving capitals back to text all in capitals. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Tags, names and parses a sentence; the first node is the root. */
    public void decode(NLPNode[] nodes) {
        for (NLPComponent<NLPNode> stage : stages) {
            stage.process(nodes);
        }
    }

    private interface Loading<T> {
        T load() throws IOException;
    }

    private static <T> CompletableFuture<T> start(Loading<T> part) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return part.load();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static <T> T end(CompletableFuture<T> part) throws IOException {
        try {
            return part.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw new IOException(io.getCause());
            }
            throw e;
        }
    }
}
