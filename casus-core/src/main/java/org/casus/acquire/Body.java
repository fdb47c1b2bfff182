package org.casus.acquire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.casus.model.Span;

/**
 * Finds the report within what surrounds it: header lines, title, byline and furniture before it,
 * furniture after it. The text between is a slice of what was given, letter for letter.
 */
final class Body {
    /** A longer line is no header line, whatever it begins with. */
    private static final int LONGEST_HEADER = 500;

    private static final int LONGEST_TITLE = 160;
    private static final int FEWEST_TITLE_WORDS = 2;
    private static final int MOST_TITLE_WORDS = 25;
    private static final int LONGEST_BYLINE = 120;

    private static final Pattern BYLINE =
            Pattern.compile(
                    "(?:By|BY)\\s+(?<names>\\p{Lu}[\\p{L}\\p{M}.'’-]*"
                        + "(?:(?:,\\s*|\\s+(?:(?:and|in|of|at|for|the|AND|IN|de|van|von|al|el|bin)\\s+)*|\\s*&\\s*|\\s*/\\s*)"
                        + "\\p{Lu}[\\p{L}\\p{M}.'’-]*)*)\\s*");
    private static final Pattern STOP = Pattern.compile("[.!?…][\"'”’)\\]]*$");
    private static final Pattern NO_TITLE_END = Pattern.compile("[.!?…:;,][\"'”’)\\]]*$");

    private final Header header;
    private final Furniture furniture;

    Body(Header header, Furniture furniture) {
        this.header = header;
        this.furniture = furniture;
    }

    /** Takes what stands before the report into the draft, and the report as its text. */
    void take(String source, Draft draft) {
        List<Span> lines = lines(source);
        int first = takeHead(source, lines, draft);
        int last = lines.size() - 1;
        while (last > first && isAfter(lines.get(last).of(source), draft)) {
            last--;
        }
        if (first > last) {
            draft.text("");
            return;
        }
        String text = source.substring(lines.get(first).start(), lines.get(last).end()).strip();
        Slug.take(text, draft);
        draft.text(text);
    }

    private boolean isAfter(String line, Draft draft) {
        return line.isBlank() || furniture.atEnd(line) && !line.strip().equals(draft.title());
    }

    /** The index of the first line of the report. */
    private int takeHead(String source, List<Span> lines, Draft draft) {
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at).of(source).strip();
            boolean head =
                    line.isEmpty()
                            || takeKnown(line, draft)
                            || isRepeatedTitle(line, draft)
                            || takeTitle(source, lines, at, draft);
            if (!head) {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean takeKnown(String line, Draft draft) {
        if (line.length() > LONGEST_HEADER) {
            return false;
        }
        if (furniture.atStart(line) || header.take(line, draft)) {
            return true;
        }
        if (PublicationDate.iso(line) != null) {
            draft.published(line);
            return true;
        }
        var byline = BYLINE.matcher(line);
        if (line.length() <= LONGEST_BYLINE && byline.matches()) {
            draft.author(byline.group("names"));
            return true;
        }
        return false;
    }

    private static boolean isRepeatedTitle(String line, Draft draft) {
        return draft.title() != null && line.equalsIgnoreCase(draft.title());
    }

    /** A title is a short line without a stop, with a blank line and then sentences after it. */
    private boolean takeTitle(String source, List<Span> lines, int at, Draft draft) {
        String line = lines.get(at).of(source).strip();
        int words = line.split("\\s+").length;
        if (draft.title() != null
                || line.length() > LONGEST_TITLE
                || words < FEWEST_TITLE_WORDS
                || words > MOST_TITLE_WORDS
                || NO_TITLE_END.matcher(line).find()
                || Character.isLowerCase(line.codePointAt(0))
                || at + 1 >= lines.size()
                || !lines.get(at + 1).of(source).isBlank()) {
            return false;
        }
        for (int next = at + 1; next < lines.size(); next++) {
            String following = lines.get(next).of(source).strip();
            if (following.isEmpty() || takeKnown(following, new Draft("", null))) {
                continue;
            }
            boolean sentences = following.length() > line.length() && isProse(source, lines, next);
            if (sentences) {
                draft.title(line);
            }
            return sentences;
        }
        return false;
    }

    // A paragraph, perhaps broken into lines, that ends with a stop.
    private static boolean isProse(String source, List<Span> lines, int from) {
        int end = from;
        while (end + 1 < lines.size() && !lines.get(end + 1).of(source).isBlank()) {
            end++;
        }
        return STOP.matcher(lines.get(end).of(source).strip()).find();
    }

    private static List<Span> lines(String source) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= source.length(); i++) {
            boolean end =
                    i == source.length() || source.charAt(i) == '\n' || source.charAt(i) == '\r';
            if (end) {
                lines.add(new Span(start, i));
                boolean both = i + 1 < source.length() && source.startsWith("\r\n", i);
                i += both ? 1 : 0;
                start = i + 1;
            }
        }
        return lines;
    }
}
