package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import edu.emory.mathcs.nlp.decode.DecodeConfig;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.casus.analyze.Models;
import org.casus.analyze.Progress;

/**
 * Compares the compact model with the library as it is shipped, token for token in all columns.
 * That takes minutes and 5 GB, so it is a program and no test: {@code docs/how-to/} tells how to
 * run it. Arguments are files of reports, plain text or JSON Lines (the line is then read as it
 * stands, which is as good a text as any); it ends with 1 at the first difference.
 */
final class SameAsLibrary {
    private static final String LEXICA = "edu/emory/mathcs/nlp/lexica/en-";
    private static final String MODELS = "edu/emory/mathcs/nlp/models/en-";

    private SameAsLibrary() {}

    public static void main(String[] files) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : files) {
            if (file.endsWith(".jsonl")) {
                texts.addAll(Files.readAllLines(Path.of(file)));
            } else {
                texts.add(Files.readString(Path.of(file)));
            }
        }
        Models models = new Models();
        models.prepare(Progress.NONE);
        CompactModel model = CompactModel.load(models.folder());
        NLPDecoder library = new NLPDecoder(new DecodeConfig(configuration()));
        long tokens = 0;
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).replace('\n', ' ').replace('\r', ' ');
            List<String> expected = read(text, library.getTokenizer(), library::decode);
            List<String> actual = read(text, model.tokenizer(), model::decode);
            if (!actual.equals(expected)) {
                System.out.println("text " + (i + 1) + " differs");
                System.exit(1);
            }
            tokens += expected.size();
        }
        System.out.println(texts.size() + " texts, " + tokens + " tokens: the same");
    }

    private static List<String> read(
            String text, Tokenizer tokenizer, Consumer<NLPNode[]> decoder) {
        List<String> rows = new ArrayList<>();
        for (List<Token> sentence : tokenizer.segmentize(text)) {
            NLPNode[] nodes = new NLPNode[sentence.size() + 1];
            nodes[0] = new NLPNode();
            for (int i = 0; i < sentence.size(); i++) {
                Token token = sentence.get(i);
                nodes[i + 1] = new NLPNode();
                nodes[i + 1].setID(i + 1);
                nodes[i + 1].setWordForm(token.getWordForm());
                nodes[i + 1].setStartOffset(token.getStartOffset());
                nodes[i + 1].setEndOffset(token.getEndOffset());
            }
            decoder.accept(nodes);
            for (int i = 1; i < nodes.length; i++) {
                rows.add(
                        nodes[i] + " " + nodes[i].getStartOffset() + " " + nodes[i].getEndOffset());
            }
        }
        return rows;
    }

    private static ByteArrayInputStream configuration() {
        StringBuilder xml = new StringBuilder("<configuration><lexica>");
        lexicon(xml, "ambiguity_classes", "ambiguity-classes", "simplified-lowercase");
        lexicon(xml, "word_clusters", "brown-clusters", "simplified-lowercase");
        lexicon(xml, "word_embeddings", "word-embeddings", "undigitalized");
        lexicon(xml, "named_entity_gazetteers", "named-entity-gazetteers", "simplified");
        xml.append("</lexica><models>");
        for (String model : List.of("pos", "ner", "dep")) {
            xml.append("<" + model + ">" + MODELS + model + ".xz</" + model + ">");
        }
        xml.append("</models></configuration>");
        return new ByteArrayInputStream(xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void lexicon(StringBuilder xml, String element, String file, String form) {
        xml.append("<" + element + " field=\"word_form_" + form.replace('-', '_') + "\">");
        xml.append(LEXICA + file + "-" + form + ".xz</" + element + ">");
    }
}
