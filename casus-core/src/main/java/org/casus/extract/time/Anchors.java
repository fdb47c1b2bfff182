package org.casus.extract.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.casus.model.Time.Granularity;
import org.jspecify.annotations.Nullable;

/**
 * What a report's times count from: its day of publication, and what the text spoke of last. News
 * counts from the first; a history, or a report of unknown date, from the second.
 */
final class Anchors {
    /** A date so many days before publication draws the bare months after it into its own year. */
    private static final int LONG_AGO = 300;

    private static final int ISO_DAY = "2019-12-31".length();
    private static final int FAR_YEARS = 2;

    private final @Nullable LocalDate published;
    private final boolean narrative;
    private final @Nullable Integer ownYear;
    private final boolean news;
    private @Nullable Period focus;
    private @Nullable LocalDate day;
    private int sentence = -1;
    private int daySentence = -1;

    /**
     * @param narrative whether bare dates follow the text although the day of publication is known
     * @param ownYear the year of bare dates where nothing nearer tells; null when unknown
     * @param news whether the text speaks from its own day, known or not, so that a bare date
     *     counts from what was said only where that stands beside it
     */
    Anchors(
            @Nullable LocalDate published,
            boolean narrative,
            @Nullable Integer ownYear,
            boolean news) {
        this.news = news;
        this.published = published;
        this.narrative = narrative || published == null;
        this.ownYear = ownYear;
    }

    /** The text has spoken of a time. */
    void speakOf(Period period, int inSentence) {
        if (period.granularity() == Granularity.DECADE) {
            return;
        }
        focus = period;
        sentence = inSentence;
        if (period.first().equals(period.last())) {
            day = period.first();
            daySentence = inSentence;
        } else if (day != null && (day.isBefore(period.first()) || day.isAfter(period.last()))) {
            day = null;
        }
    }

    /** Whether a time is years away from what the text spoke of last. */
    boolean isFarFrom(Period period) {
        return focus != null
                && Math.abs(focus.first().getYear() - period.first().getYear()) > FAR_YEARS;
    }

    /** The day in an ISO date or date-time; null when it is none. */
    static @Nullable LocalDate day(@Nullable String iso) {
        if (iso == null || iso.length() < ISO_DAY) {
            return null;
        }
        try {
            return LocalDate.parse(iso.substring(0, ISO_DAY));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Nullable LocalDate published() {
        return published;
    }

    boolean narrative() {
        return narrative;
    }

    @Nullable Period focus() {
        return focus;
    }

    /**
     * The last day that was spoken of, if the text has not moved to another month or year since.
     */
    @Nullable LocalDate day() {
        return day;
    }

    /** The last day, where this sentence or the one before it named it. */
    @Nullable LocalDate recentDay(int inSentence) {
        return inSentence - daySentence <= 1 ? day : null;
    }

    /** Whether a bare date in this sentence counts from what the text spoke of last. */
    boolean follows(int inSentence) {
        if (narrative || published == null) {
            return true;
        }
        return focus != null
                && inSentence - sentence <= 1
                && focus.last().isBefore(published.minusDays(LONG_AGO));
    }

    /** The year of a bare date in a sentence, as far as the text tells; null when it does not. */
    @Nullable Integer year(int inSentence) {
        if (focus == null || news && inSentence - sentence > 1) {
            return ownYear;
        }
        return focus.first().getYear();
    }
}
