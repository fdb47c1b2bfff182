package org.casus.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence: its tokens as a dependency tree, and each word's grammatical arguments.
 *
 * <p>Heads form a forest: every token reaches a token whose head is -1.
 */
public final class Sentence {
    private final int index;
    private final Span span;
    private final List<Token> tokens;
    private final boolean upper;
    private final boolean parsed;
    private final List<List<Integer>> children;
    private final List<List<Argument>> arguments;
    private final String[] lower;
    private final int[] first;
    private final int[] last;

    /**
     * @param index position in the report, from 0
     * @param tokens in order, with heads inside the sentence
     * @param upper whether the text is all in capitals here
     * @param parsed false where the sentence went past the parser's bounds: tokens have no tree
     * @param arguments for each token; may be empty lists
     */
    public Sentence(
            int index,
            Span span,
            List<Token> tokens,
            boolean upper,
            boolean parsed,
            List<List<Argument>> arguments) {
        this.index = index;
        this.span = span;
        this.tokens = List.copyOf(tokens);
        this.upper = upper;
        this.parsed = parsed;
        this.arguments = List.copyOf(arguments);
        this.children = childrenOf(tokens);
        this.lower = new String[tokens.size()];
        this.first = new int[tokens.size()];
        this.last = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            first[i] = last[i] = i;
            lower[i] = tokens.get(i).form().toLowerCase(Locale.ROOT);
        }
        for (int i = 0; i < tokens.size(); i++) {
            for (int up = tokens.get(i).head(), steps = 0;
                    up >= 0 && steps < tokens.size();
                    steps++) {
                first[up] = Math.min(first[up], i);
                last[up] = Math.max(last[up], i);
                up = tokens.get(up).head();
            }
        }
    }

    private static List<List<Integer>> childrenOf(List<Token> tokens) {
        List<List<Integer>> children = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            children.add(new ArrayList<>(4));
        }
        for (Token t : tokens) {
            if (t.head() >= 0) {
                children.get(t.head()).add(t.index());
            }
        }
        return children;
    }

    public int index() {
        return index;
    }

    public Span span() {
        return span;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    /** The form of a token in lower case. */
    public String lower(int i) {
        return lower[i];
    }

    public int size() {
        return tokens.size();
    }

    public boolean upper() {
        return upper;
    }

    public boolean parsed() {
        return parsed;
    }

    /** Indexes of the direct dependents, in order. */
    public List<Integer> children(int i) {
        return children.get(i);
    }

    /** The first direct dependent with one of these labels, or -1. */
    public int child(int i, String... labels) {
        for (int c : children.get(i)) {
            if (tokens.get(c).labelled(labels)) {
                return c;
            }
        }
        return -1;
    }

    public List<Argument> arguments(int i) {
        return arguments.get(i);
    }

    /** Heads of the arguments of a token in a slot, in order of attachment. */
    public List<Integer> arguments(int i, String slot) {
        List<Integer> found = new ArrayList<>(2);
        for (Argument a : arguments.get(i)) {
            if (a.slot().equals(slot)) {
                found.add(a.head());
            }
        }
        return found;
    }

    /** The leftmost token that hangs, at any depth, on this one. */
    public int first(int i) {
        return first[i];
    }

    /** The rightmost token that hangs, at any depth, on this one. */
    public int last(int i) {
        return last[i];
    }

    /** Whether a token is another one or hangs, at any depth, on it. */
    public boolean under(int i, int ancestor) {
        for (int at = i, steps = 0; at >= 0 && steps <= tokens.size(); steps++) {
            if (at == ancestor) {
                return true;
            }
            at = tokens.get(at).head();
        }
        return false;
    }

    /** The span from one token to another, both included. */
    public Span span(int from, int to) {
        return new Span(tokens.get(from).span().start(), tokens.get(to).span().end());
    }

    /** The span of all that hangs on a token. */
    public Span subtree(int i) {
        return span(first[i], last[i]);
    }

    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        for (Token t : tokens) {
            words.append(words.isEmpty() ? "" : " ").append(t.form());
        }
        return words.toString();
    }
}
