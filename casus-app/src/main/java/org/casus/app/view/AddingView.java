package org.casus.app.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has come of reports that somebody added, so far.
 *
 * @param total how many reports there are
 * @param words what it came to, or why it failed; empty before the end
 * @param rows the reports that are done
 */
public record AddingView(String id, Phase phase, long total, String words, List<Row> rows) {
    /** How far it is. */
    public enum Phase {
        /** Others are being taken in. */
        WAITING,
        READING,
        /** Accounts are being put together. */
        SETTLING,
        DONE,
        FAILED
    }

    /**
     * A report.
     *
     * @param outcome "read", "unchanged", "duplicate" …
     * @param document its id; null where it could not be read
     */
    public record Row(
            String name,
            String outcome,
            @Nullable String document,
            @Nullable String title,
            @Nullable String reason) {
        public boolean failed() {
            return document == null;
        }
    }

    public boolean ended() {
        return phase == Phase.DONE || phase == Phase.FAILED;
    }

    /** In words, for who waits. */
    public String state() {
        return switch (phase) {
            case WAITING -> "Waiting for what others added";
            case READING -> "Reading " + rows.size() + " of " + total;
            case SETTLING -> "Putting accounts together";
            case DONE -> rows.size() + (rows.size() == 1 ? " report" : " reports") + ", " + words;
            case FAILED -> "It was stopped: " + words;
        };
    }
}
