package org.casus.publish;

/**
 * What a summary is printed on.
 *
 * @param width columns; what is narrower than {@link #NARROWEST} is taken for that, and lines do
 *     not grow past {@link #WIDEST}, where reading gets hard
 * @param colours whether it understands ANSI colours
 */
public record Paper(int width, boolean colours) {
    public static final int NARROWEST = 40;
    public static final int WIDEST = 100;

    public Paper {
        width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }
}
