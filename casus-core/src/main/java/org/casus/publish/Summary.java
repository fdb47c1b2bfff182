package org.casus.publish;

import static org.casus.publish.Page.Piece.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.model.Actor;
import org.casus.model.Assertable;
import org.casus.model.Claim;
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
    private static final Set<Claim.Stance> AGAINST =
            EnumSet.of(Claim.Stance.DENIES, Claim.Stance.DOUBTS);

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
        lastLabel = "";
        List<Claim> claims = claims(event);
        boolean against = claims.stream().anyMatch(c -> AGAINST.contains(c.stance()));
        List<Piece> line = new ArrayList<>();
        line.add(new Piece(event.text(), Ink.STRONG));
        String kind =
                event.type().toLowerCase(Locale.ROOT)
                        + (event.mode() == null ? "" : ", " + event.mode());
        line.add(new Piece(" (" + kind + ")", Ink.FAINT));
        doubt(event).ifPresent(line::add);
        if (against) {
            line.add(new Piece(" disputed", Ink.DISPUTED));
        }
        page.entry(MARGIN, new Piece(padded(numbers.get(event)), Ink.FAINT), line);
        words(event);
        reading.harmsOf(event).forEach(this::harm);
        claims.stream()
                .sorted(Comparator.comparing(c -> AGAINST.contains(c.stance())))
                .forEach(c -> claim(c, event));
        reading.links().stream().filter(l -> l.from() == event).forEach(this::link);
    }

    private Optional<Piece> doubt(Event event) {
        if (event.factuality() != Factuality.HAPPENED) {
            return Optional.of(
                    new Piece(" " + Words.of(event.factuality()).replace('-', ' '), Ink.UNSURE));
        }
        return event.certainty() == Factuality.Certainty.CERTAIN
                ? Optional.empty()
                : Optional.of(new Piece(" " + Words.of(event.certainty()), Ink.UNSURE));
    }

    /** The sentence that an event rests on, cut to the words around its trigger. */
    private void words(Event event) {
        if (event.mentions().isEmpty()) {
            return;
        }
        Event.Mention first = event.mentions().get(0);
        Span trigger = first.trigger();
        int start = Math.max(first.sentence().start(), wordStart(trigger.start() - QUOTED / 2));
        int end = Math.min(first.sentence().end(), wordEnd(trigger.end() + QUOTED / 2));
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece("“" + (start > first.sentence().start() ? "… " : ""), Ink.WORDS));
        pieces.add(new Piece(text.substring(start, Math.max(start, trigger.start())), Ink.WORDS));
        pieces.add(new Piece(trigger.of(text), Ink.STRONG));
        pieces.add(
                new Piece(text.substring(trigger.end(), Math.max(trigger.end(), end)), Ink.WORDS));
        pieces.add(new Piece((end < first.sentence().end() ? " …" : "") + "”", Ink.WORDS));
        detail("words", Ink.FAINT, pieces);
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

    private List<Claim> claims(Event event) {
        return reading.claims().stream()
                .filter(c -> c.about().stream().anyMatch(about -> concerns(about, event)))
                .filter(c -> !c.chain().isEmpty() || !c.hedges().isEmpty())
                .toList();
    }

    private static boolean concerns(Assertable about, Event event) {
        return about == event || about instanceof Harm harm && harm.event() == event;
    }

    private void claim(Claim claim, Event event) {
        boolean against = AGAINST.contains(claim.stance());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(plain(sources(claim)));
        String stance =
                switch (claim.stance()) {
                    case ASSERTS -> "said";
                    case DENIES -> "denied";
                    case DOUBTS -> "doubted";
                    case CONFIRMS -> "confirmed";
                    case ACCUSES -> "accused";
                    case DEMANDS -> "demanded";
                    case THREATENS -> "threatened";
                    case WARNS -> "warned";
                };
        List<String> harms =
                claim.about().stream()
                        .filter(a -> a instanceof Harm h && h.event() == event)
                        .map(a -> Tally.of((Harm) a, text))
                        .toList();
        boolean onlyHarms = claim.about().stream().noneMatch(a -> a == event);
        String told = onlyHarms && !harms.isEmpty() ? " " + String.join(", ", harms) : "";
        pieces.add(against ? new Piece(" " + stance, Ink.DISPUTED) : plain(" " + stance));
        pieces.add(plain(told.isEmpty() ? (claim.content() == null ? " it" : "") : told));
        if (claim.content() != null) {
            pieces.add(plain(": "));
            pieces.add(new Piece(quote(claim.content()), Ink.WORDS));
        }
        if (!claim.hedges().isEmpty()) {
            List<String> hedges = claim.hedges().stream().map(this::quote).toList();
            pieces.add(new Piece(", with " + String.join(", ", hedges), Ink.UNSURE));
        }
        detail(against ? "disputed" : "says so", against ? Ink.DISPUTED : Ink.FAINT, pieces);
    }

    private String sources(Claim claim) {
        List<String> names = claim.chain().stream().map(this::source).toList();
        return switch (names.size()) {
            case 0 -> "the report";
            case 1 -> names.get(0);
            default ->
                    names.get(0)
                            + ", citing "
                            + String.join(", who cites ", names.subList(1, names.size()))
                            + ",";
        };
    }

    private String source(Claim.Link link) {
        Actor actor = link.actor();
        if (actor != null) {
            return actor.name();
        }
        return link.source() == null ? "somebody" : clip(link.source().of(text));
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
            String doubt =
                    REAL.contains(event.factuality())
                            ? ""
                            : " (" + Words.of(event.factuality()).replace('-', ' ') + ")";
            return (number == null ? "" : number + ", ") + event.text() + doubt;
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
