package org.casus.publish;

import static org.casus.publish.Page.Piece.plain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.model.Actor;
import org.casus.model.Assertable;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Link;
import org.casus.model.Place;
import org.casus.model.Reading;
import org.casus.model.Relation;
import org.casus.model.Report;
import org.casus.model.Span;
import org.casus.publish.Page.Ink;
import org.casus.publish.Page.Piece;
import org.jspecify.annotations.Nullable;

/**
 * A reading for a person: what happened, who was harmed, who says so, what is disputed, what
 * answers what, and the words that each of it rests on.
 */
public final class Summary {
    private static final int MARGIN = 4;
    private static final int LABELS = 15;

    /** Letters of a quotation that are shown; the record has all of them. */
    private static final int QUOTED = 110;

    private static final Set<String> TALK =
            Set.of(
                    "AGREE",
                    "CONSULT",
                    "SUPPORT",
                    "CONCEDE",
                    "REQUEST",
                    "ACCUSE",
                    "REJECT",
                    "THREATEN",
                    "SAY.CLAIM",
                    "SAY.DENY");
    private static final Set<Factuality> REAL =
            EnumSet.of(Factuality.HAPPENED, Factuality.ONGOING, Factuality.ATTEMPTED);

    private final Reading reading;
    private final String text;
    private final Page page;
    private String lastLabel = "";
    private final IdentityHashMap<Event, Integer> numbers = new IdentityHashMap<>();

    private Summary(Reading reading, Paper paper) {
        this.reading = reading;
        this.text = reading.report().text();
        this.page = new Page(paper);
    }

    /** The summary of one reading, each line ended. */
    public static String of(Reading reading, Paper paper) {
        return new Summary(reading, paper).write();
    }

    private String write() {
        List<Event> done = events(e -> REAL.contains(e.factuality()) && !TALK.contains(e.type()));
        List<Event> said = events(e -> REAL.contains(e.factuality()) && TALK.contains(e.type()));
        List<Event> rest = events(e -> !REAL.contains(e.factuality()) && !isTalkedAbout(e));
        for (List<Event> part : List.of(done, said, rest)) {
            part.forEach(e -> numbers.put(e, numbers.size() + 1));
        }
        masthead();
        section("What happened", done);
        section("What was said", said);
        section("What did not happen, or not yet", rest);
        relations();
        if (reading.events().isEmpty() && reading.relations().isEmpty()) {
            page.blank();
            page.entry(
                    0,
                    plain(""),
                    List.of(new Piece("No event of conflict is told here.", Ink.FAINT)));
        }
        warnings();
        return page.toString();
    }

    private interface Test {
        boolean holds(Event event);
    }

    private List<Event> events(Test test) {
        return reading.events().stream().filter(test::holds).toList();
    }

    private boolean isTalkedAbout(Event event) {
        return reading.links().stream()
                .anyMatch(
                        l ->
                                l.type() == Link.Type.ABOUT
                                        && l.to() == event
                                        && l.from() instanceof Event);
    }

    private void masthead() {
        Report report = reading.report();
        String title = report.title() != null ? report.title() : report.key();
        page.entry(0, plain(""), List.of(new Piece(title, Ink.STRONG)));
        List<String> imprint =
                Stream.of(report.outlet(), report.author(), report.published(), report.uri())
                        .filter(s -> s != null && !s.equals(title))
                        .map(String::valueOf)
                        .toList();
        if (!imprint.isEmpty()) {
            page.entry(0, plain(""), List.of(new Piece(String.join(" · ", imprint), Ink.FAINT)));
        }
    }

    private void section(String heading, List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        page.blank();
        page.entry(0, plain(""), List.of(new Piece(heading.toUpperCase(Locale.ROOT), Ink.FAINT)));
        events.forEach(this::event);
    }

    private void event(Event event) {
        Span shown = event.mentions().isEmpty() ? null : snippet(event.mentions().get(0));
        List<Voices.Voice> voices = Voices.of(reading, event, shown);
        lastLabel = "";
        List<Piece> line = new ArrayList<>();
        line.add(new Piece(bare(event), Ink.STRONG));
        String mode = event.mode() == null ? "" : ", " + event.mode();
        line.add(new Piece(" (" + event.type().toLowerCase(Locale.ROOT) + mode + ")", Ink.FAINT));
        line.add(new Piece(" " + doubt(event), Ink.UNSURE));
        if (voices.stream().anyMatch(Voices.Voice::against)) {
            line.add(new Piece(" disputed", Ink.DISPUTED));
        }
        page.entry(MARGIN, new Piece(padded(numbers.get(event)), Ink.FAINT), line);
        if (shown != null) {
            words(event.mentions().get(0), shown);
        }
        reading.harmsOf(event).forEach(this::harm);
        voices.forEach(this::voice);
        reading.links().stream().filter(l -> l.from() == event).forEach(this::link);
    }

    /** The event's line without the word on its factuality, which has an ink of its own here. */
    private static String bare(Event event) {
        String suffix = " (" + factuality(event) + ")";
        String line = event.text();
        return line.endsWith(suffix) ? line.substring(0, line.length() - suffix.length()) : line;
    }

    private static String factuality(Event event) {
        return Words.of(event.factuality()).replace('-', ' ');
    }

    private static String doubt(Event event) {
        if (event.factuality() != Factuality.HAPPENED) {
            return factuality(event);
        }
        return event.certainty() == Factuality.Certainty.CERTAIN ? "" : Words.of(event.certainty());
    }

    /** What is shown of the sentence that an event rests on: the words around its trigger. */
    private Span snippet(Event.Mention mention) {
        Span trigger = mention.trigger();
        Span sentence = mention.sentence();
        int start = Math.max(sentence.start(), wordStart(trigger.start() - QUOTED / 2));
        int end = Math.min(sentence.end(), wordEnd(trigger.end() + QUOTED / 2));
        return trigger.cover(new Span(Math.min(start, end), end));
    }

    private void words(Event.Mention mention, Span shown) {
        Span trigger = mention.trigger();
        boolean cutBefore = shown.start() > mention.sentence().start();
        boolean cutAfter = shown.end() < mention.sentence().end();
        String before = text.substring(shown.start(), trigger.start());
        String after = text.substring(trigger.end(), shown.end());
        detail(
                "words",
                Ink.FAINT,
                List.of(
                        new Piece("“" + (cutBefore ? "… " : "") + before, Ink.WORDS),
                        new Piece(trigger.of(text), Ink.STRONG),
                        new Piece(after + (cutAfter ? " …" : "") + "”", Ink.WORDS)));
    }

    private int wordStart(int from) {
        int at = Math.max(0, from);
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int wordEnd(int from) {
        int at = Math.min(text.length(), from);
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void harm(Harm harm) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(plain(Tally.of(harm, text)));
        if (harm.derived() != null) {
            String sum =
                    String.join(
                            " " + harm.derived().operator().replace('-', '−') + " ",
                            harm.derived().from().stream()
                                    .map(h -> Tally.number(h.count(), text))
                                    .toList());
            pieces.add(new Piece(", worked out: " + sum, Ink.FAINT));
        }
        Span span = harm.victims().span();
        Span count = harm.count() == null ? null : harm.count().span();
        Span words = span == null ? count : count == null ? span : near(span, count);
        if (words != null) {
            pieces.add(plain(": "));
            pieces.add(new Piece(quote(words), Ink.WORDS));
        }
        detail("harmed", Ink.FAINT, pieces);
    }

    // "25 of its fighters" for number and victims together, unless a sentence lies between them.
    private static Span near(Span victims, Span count) {
        Span both = victims.cover(count);
        return both.length() <= QUOTED / 2 ? both : victims;
    }

    private void voice(Voices.Voice voice) {
        List<Piece> pieces = new ArrayList<>();
        if (voice.who().isEmpty()) {
            pieces.add(new Piece(voice.told(), Ink.UNSURE));
        } else {
            pieces.add(plain(voice.who() + " "));
            pieces.add(new Piece(voice.verb(), voice.against() ? Ink.DISPUTED : Ink.PLAIN));
            pieces.add(plain(voice.told().isEmpty() ? "" : " " + voice.told()));
        }
        List<String> words =
                Stream.concat(voice.words().stream(), voice.hedges().stream())
                        .map(this::quote)
                        .toList();
        if (!words.isEmpty()) {
            pieces.add(plain(voice.who().isEmpty() && voice.told().isEmpty() ? "" : ": "));
            pieces.add(
                    new Piece(
                            String.join(", ", words),
                            voice.who().isEmpty() ? Ink.UNSURE : Ink.WORDS));
        }
        String label = voice.against() ? "disputed" : voice.who().isEmpty() ? "unsure" : "says so";
        detail(
                label,
                voice.against() ? Ink.DISPUTED : voice.who().isEmpty() ? Ink.UNSURE : Ink.FAINT,
                pieces);
    }

    private void link(Link link) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(plain(pointer(link.to())));
        if (link.span() != null && link.type() != Link.Type.ABOUT) {
            pieces.add(plain(": "));
            pieces.add(new Piece(quote(link.span()), Ink.WORDS));
        }
        String label =
                switch (link.type()) {
                    case RETALIATION_FOR -> "answers";
                    case CAUSED_BY -> "because of";
                    case PART_OF -> "part of";
                    case BEFORE -> "before";
                    case AFTER -> "after";
                    case DESPITE -> "despite";
                    case ABOUT -> "about";
                };
        detail(label, Ink.FAINT, pieces);
    }

    private String pointer(Assertable to) {
        if (to instanceof Event event) {
            Integer number = numbers.get(event);
            String doubt = REAL.contains(event.factuality()) ? "" : " (" + factuality(event) + ")";
            return (number == null ? "" : number + ", ") + bare(event) + doubt;
        }
        if (to instanceof Harm harm) {
            return Tally.of(harm, text);
        }
        if (to instanceof Relation relation) {
            return relation(relation);
        }
        return "";
    }

    private void relations() {
        if (reading.relations().isEmpty()) {
            return;
        }
        page.blank();
        page.entry(0, plain(""), List.of(new Piece("HOW THEY STAND TO ONE ANOTHER", Ink.FAINT)));
        for (Relation relation : reading.relations()) {
            List<Piece> pieces = new ArrayList<>();
            pieces.add(plain(relation(relation)));
            if (relation.span() != null) {
                pieces.add(plain(": "));
                pieces.add(new Piece(quote(relation.span()), Ink.WORDS));
            }
            page.entry(MARGIN, plain(""), pieces);
        }
    }

    private static String relation(Relation relation) {
        String standing =
                switch (relation.type()) {
                    case SUPPORTS -> "supporting";
                    case CONTROLS -> "in control of";
                    case ALLIED_WITH -> "allied with";
                    case FIGHTS -> "fighting";
                    case TRUCE_WITH -> "in a truce with";
                    case CONNECTED_TO -> "connected to";
                };
        Actor to = relation.to();
        Place place = relation.place();
        String object = to != null ? to.name() : place != null ? place.name() : "";
        return relation.from().name()
                + ", "
                + standing
                + " "
                + object
                + (relation.ended() ? " (no longer)" : "");
    }

    private void warnings() {
        if (reading.warnings().isEmpty()) {
            return;
        }
        page.blank();
        for (String warning : reading.warnings()) {
            page.entry(
                    MARGIN, new Piece("  !", Ink.UNSURE), List.of(new Piece(warning, Ink.FAINT)));
        }
    }

    // A label stands once above all that it holds for.
    private void detail(String label, Ink ink, List<Piece> pieces) {
        String shown = label.equals(lastLabel) ? "" : " ".repeat(MARGIN) + label;
        page.entry(LABELS, new Piece(shown, ink), pieces);
        lastLabel = label;
    }

    private String quote(Span span) {
        String words = clip(span.of(text)).replaceAll("^[\"“”]+|[\"“”]+$", "").strip();
        return "“" + words + "”";
    }

    private static String clip(String words) {
        String flat = words.strip();
        if (flat.length() <= QUOTED) {
            return flat;
        }
        int space = flat.lastIndexOf(' ', QUOTED);
        return flat.substring(0, space > 0 ? space : QUOTED) + " …";
    }

    private static String padded(@Nullable Integer number) {
        String digits = String.valueOf(number);
        return " ".repeat(Math.max(0, MARGIN - 2 - digits.length())) + digits;
    }
}
