package org.casus.analyze;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.analyze.compact.CompactModel;
import org.casus.model.Analysis;
import org.casus.model.Report;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;

/**
 * Cuts a report into sentences and words, tags and parses them. One for a program is enough: it
 * keeps nothing of a report, and any number of threads may use it at once.
 */
public final class Analyzer {
    /** Longer sentences are read in pieces: no sentence of prose has as many words. */
    static final int LONGEST_SENTENCE = 250;

    private final CompactModel model;
    private final Sentences sentences;
    private final TrueCase trueCase;

    private Analyzer(CompactModel model) {
        this.model = model;
        this.sentences = new Sentences(model.tokenizer(), model.vocabulary());
        this.trueCase = new TrueCase(model.vocabulary());
    }

    /** Opens the language model of the user, prepared first if it has not been. */
    public static Analyzer open() {
        return open(new Models(), Progress.NONE);
    }

    /**
     * Opens a language model, prepared first if it has not been.
     *
     * @throws ModelException if it cannot be prepared or loaded
     */
    public static Analyzer open(Models models, Progress progress) {
        models.prepare(progress);
        try {
            return new Analyzer(CompactModel.load(models.folder()));
        } catch (IOException e) {
            throw new ModelException(
                    "the language model in "
                            + models.folder()
                            + " cannot be read: "
                            + e.getMessage()
                            + "; delete that folder, and it is prepared anew",
                    e);
        }
    }

    /** Analyzes a report, whatever its text: what cannot be read becomes a warning. */
    public Analysis analyze(Report report) {
        List<String> warnings = new ArrayList<>();
        PlainText plain = PlainText.of(report.text(), warnings);
        String text = plain.toString();
        List<Block> blocks = Layout.blocks(text);
        Capitals capitals = Capitals.of(text, blocks);
        List<Sentence> found = new ArrayList<>();
        for (Block block : blocks) {
            Capitals.Use use = capitals.of(block);
            boolean ordinary = use == Capitals.Use.ORDINARY;
            String seen = seen(block.of(text), block.kind(), use);
            for (List<Word> words :
                    sentences.of(
                            seen, block.start(), block.kind(), !ordinary, plain::isWithinLetter)) {
                for (List<Word> piece : pieces(words, plain, warnings)) {
                    List<Word> given = ordinary ? piece : TrueCase.atStart(piece);
                    found.add(parse(found.size(), given, use == Capitals.Use.ALL, plain));
                }
            }
        }
        return new Analysis(report, found, warnings);
    }

    /** What the parser is to see of a block. */
    private String seen(String text, Block.Kind kind, Capitals.Use use) {
        return switch (use) {
            case ALL -> trueCase.of(text);
            case TITLE -> trueCase.ofTitle(text);
            case ORDINARY -> kind == Block.Kind.DATELINE ? trueCase.ofDateline(text) : text;
        };
    }

    private Sentence parse(int index, List<Word> words, boolean upper, PlainText plain) {
        NLPNode[] nodes = new NLPNode[words.size() + 1];
        nodes[0] = new NLPNode();
        for (int i = 0; i < words.size(); i++) {
            nodes[i + 1] = new NLPNode();
            nodes[i + 1].setID(i + 1);
            nodes[i + 1].setWordForm(words.get(i).form());
        }
        model.decode(nodes);
        List<Token> tokens = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            tokens.add(token(i, nodes[i + 1], plain.original(word.start(), word.end())));
        }
        Span span = tokens.get(0).span().cover(tokens.get(tokens.size() - 1).span());
        return Grammar.sentence(index, span, tokens, upper);
    }

    private static Token token(int index, NLPNode node, Span span) {
        NLPNode head = node.getDependencyHead();
        return new Token(
                index,
                span,
                node.getWordForm(),
                lemma(node),
                node.getPartOfSpeechTag(),
                node.getNamedEntityTag() == null ? "O" : node.getNamedEntityTag(),
                head == null ? -1 : head.getID() - 1,
                node.getDependencyLabel());
    }

    /** The library has one lemma for all numbers; here a number is its own. */
    private static String lemma(NLPNode node) {
        String small = node.getWordForm().toLowerCase(Locale.ROOT);
        if (small.chars().anyMatch(Character::isDigit)) {
            return small;
        }
        String lemma = node.getLemma();
        if (!lemma.startsWith("#") || lemma.length() == 1) {
            return lemma;
        }
        if (node.getPartOfSpeechTag().equals("NNS") && small.endsWith("s")) {
            return small.replaceAll("ies$", "y").replaceAll("s$", "");
        }
        return small;
    }

    /** Cuts a sentence that is too long, where a semicolon, else a comma, comes latest. */
    private static List<List<Word>> pieces(
            List<Word> words, PlainText plain, List<String> warnings) {
        if (words.size() <= LONGEST_SENTENCE) {
            return List.of(words);
        }
        warnings.add(
                "read in pieces: a sentence of "
                        + words.size()
                        + " words, from character "
                        + plain.original(words.get(0).start(), words.get(0).end()).start());
        List<List<Word>> pieces = new ArrayList<>();
        int start = 0;
        while (words.size() - start > LONGEST_SENTENCE) {
            int end = cut(words, start);
            pieces.add(words.subList(start, end));
            start = end;
        }
        pieces.add(words.subList(start, words.size()));
        return pieces;
    }

    private static int cut(List<Word> words, int start) {
        for (String marks : List.of(";:", ",", "\u2013\u2014-")) {
            for (int i = start + LONGEST_SENTENCE - 1; i > start + LONGEST_SENTENCE / 2; i--) {
                if (marks.contains(words.get(i).form().substring(0, 1))) {
                    return i + 1;
                }
            }
        }
        return start + LONGEST_SENTENCE;
    }
}
