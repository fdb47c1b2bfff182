package org.casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who says so: a statement with its chain of sources, outermost first. An empty chain is the
 * report's own voice.
 */
public record Claim(
        List<Assertable> about,
        Stance stance,
        List<Link> chain,
        @Nullable Span content,
        boolean quoted,
        List<Span> hedges) {
    public enum Stance {
        ASSERTS("said"),
        DENIES("denied"),
        DOUBTS("doubted"),
        CONFIRMS("confirmed"),
        ACCUSES("accused"),
        DEMANDS("demanded"),
        THREATENS("threatened"),
        WARNS("warned");

        private final String verb;

        Stance(String verb) {
            this.verb = verb;
        }

        /** What a speaker did who took it. */
        public String verb() {
            return verb;
        }
    }

    /** One source in the chain: who, by what words, says what. */
    public record Link(
            @Nullable Actor actor,
            @Nullable Span source,
            @Nullable Span cue,
            @Nullable Span content) {}

    public Claim {
        about = List.copyOf(about);
        chain = List.copyOf(chain);
        hedges = List.copyOf(hedges);
    }
}
