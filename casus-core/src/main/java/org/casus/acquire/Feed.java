package org.casus.acquire;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A feed of a news site: RSS 2.0, RSS 1.0 or Atom. Document types and entities of their own are
 * refused, so that a feed can neither grow in memory nor open a file.
 *
 * @param title what the feed calls itself
 * @param items in its order, at most {@value #MOST_ITEMS}
 */
public record Feed(@Nullable String title, List<Item> items) {
    /** No feed of news has more at once; the rest is left. */
    public static final int MOST_ITEMS = 1000;

    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Set<String> TITLES = Set.of("title");
    private static final List<String> IDS = List.of("guid", "id");
    private static final List<String> DATES = List.of("pubdate", "published", "date", "updated");
    private static final List<String> LONG = List.of("encoded", "content");
    private static final List<String> SHORT = List.of("description", "summary");

    /**
     * One report that a feed tells of.
     *
     * @param id that the feed gives it, else its address, else its title
     * @param uri of its page; null where it names none of the web
     * @param published as the feed writes it
     * @param words what it says, paragraphs set apart by blank lines; may be empty
     * @param whole whether the words are said to be all of it, and not a summary
     */
    public record Item(
            String id,
            @Nullable String title,
            @Nullable String uri,
            @Nullable String published,
            String words,
            boolean whole) {}

    /**
     * Reads a feed.
     *
     * @throws IllegalArgumentException if it is none, with the reason
     */
    public static Feed read(byte[] xml) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            Feed feed = read(reader);
            if (feed == null) {
                throw new IllegalArgumentException("is no feed: neither RSS nor Atom");
            }
            return feed;
        } catch (XMLStreamException | RuntimeException e) {
            if (e instanceof IllegalArgumentException reason) {
                throw reason;
            }
            throw new IllegalArgumentException(
                    "is not well-formed XML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    /**
     * The words of an article on a web page.
     *
     * @throws IllegalArgumentException if the bytes are no text
     */
    public static String article(byte[] page) {
        try {
            return WebPage.take(Decoding.text(page), new Draft("page", null));
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("it asks for " + systemId);
                });
        return factory;
    }

    private static @Nullable Feed read(XMLStreamReader reader) throws XMLStreamException {
        boolean feed = false;
        String title = null;
        List<Item> items = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = reader.getLocalName().toLowerCase(Locale.ROOT);
            feed |= Set.of("rss", "feed", "rdf").contains(name);
            if (!feed) {
                return null;
            }
            if (ITEMS.contains(name)) {
                Item item = item(reader);
                if (item != null && items.size() < MOST_ITEMS) {
                    items.add(item);
                }
            } else if (TITLES.contains(name) && title == null) {
                title = plain(inside(reader));
            }
        }
        return feed ? new Feed(title, List.copyOf(items)) : null;
    }

    private static @Nullable Item item(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> said = new TreeMap<>();
        String uri = null;
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (!reader.isStartElement()) {
                continue;
            }
            String name = reader.getLocalName().toLowerCase(Locale.ROOT);
            if (name.equals("link")) {
                String relation = reader.getAttributeValue(null, "rel");
                String address = reader.getAttributeValue(null, "href");
                String inside = inside(reader).strip();
                boolean page = relation == null || relation.equals("alternate");
                uri = uri == null && page ? address == null ? inside : address : uri;
            } else {
                said.putIfAbsent(name, inside(reader));
            }
        }
        String address = uri == null || !uri.matches("https?://.+") ? null : uri;
        String title = first(said, List.of("title")).map(Feed::plain).orElse(null);
        String id = first(said, IDS).map(String::strip).orElse(address == null ? title : address);
        Optional<String> whole = first(said, LONG);
        String html = whole.or(() -> first(said, SHORT)).orElse("");
        return id == null || id.isBlank()
                ? null
                : new Item(
                        id,
                        title,
                        address,
                        first(said, DATES).map(String::strip).orElse(null),
                        WebPage.words(html),
                        whole.isPresent());
    }

    private static Optional<String> first(Map<String, String> said, List<String> names) {
        return names.stream()
                .map(said::get)
                .filter(words -> words != null && !words.isBlank())
                .findFirst();
    }

    /** What stands in an element, as HTML: letters as they are, elements by their bare names. */
    private static String inside(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder inside = new StringBuilder();
        boolean elements = false;
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    elements = true;
                    inside.append('<').append(reader.getLocalName()).append('>');
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (depth > 0) {
                        inside.append("</").append(reader.getLocalName()).append('>');
                    }
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        inside.append(
                                elements
                                        ? reader.getText()
                                                .replace("&", "&amp;")
                                                .replace("<", "&lt;")
                                        : reader.getText());
                default -> {}
            }
        }
        return inside.toString();
    }

    private static String plain(String html) {
        return WebPage.words(html).replaceAll("\\s+", " ");
    }
}
