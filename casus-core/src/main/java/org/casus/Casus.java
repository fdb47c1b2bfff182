package org.casus;

import java.util.concurrent.CompletableFuture;
import org.casus.analyze.Analyzer;
import org.casus.analyze.Models;
import org.casus.analyze.Progress;
import org.casus.extract.Extraction;
import org.casus.model.Reading;
import org.casus.model.Report;

/**
 * The door: reads reports of conflict.
 *
 * <pre>{@code
 * Casus casus = Casus.open();
 * Reading reading = casus.read(report);
 * }</pre>
 *
 * <p>Opening takes most of a second; afterwards one Casus serves any number of threads.
 */
public final class Casus {
    private final Analyzer analyzer;
    private final Extraction extraction;

    private Casus(Analyzer analyzer, Extraction extraction) {
        this.analyzer = analyzer;
        this.extraction = extraction;
    }

    /**
     * Opens with the language model in the user's cache folder, which is prepared first if it is
     * not there.
     */
    public static Casus open() {
        return open(Progress.NONE);
    }

    /**
     * Opens as {@link #open()} does, and tells how far the preparation is when there is one.
     *
     * @throws org.casus.analyze.ModelException if the language model cannot be prepared or loaded
     */
    public static Casus open(Progress progress) {
        CompletableFuture<Extraction> extraction = CompletableFuture.supplyAsync(Extraction::load);
        Analyzer analyzer = Analyzer.open(new Models(), progress);
        return new Casus(analyzer, extraction.join());
    }

    /**
     * Reads one report. Never fails on a text, however odd: what it cannot read becomes a warning.
     */
    public Reading read(Report report) {
        return extraction.read(analyzer.analyze(report));
    }
}
