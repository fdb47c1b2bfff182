package org.casus.acquire;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Reads a web page: what it says about itself, and the article among its boxes. */
final class WebPage {
    private static final String NEVER_TEXT =
            "script,style,noscript,template,iframe,svg,object,form,button,select,nav,aside,footer,figure,"
                + "[hidden],[aria-hidden=true],[role=navigation],[role=complementary],[role=banner]";
    private static final String BOXES =
            "[class*=share],[class*=social],[class*=related],[class*=advert],[class*=newsletter],"
                + "[class*=promo],[class*=byline],[class*=comment],[class*=caption],[class*=breadcrumb],"
                + "[id*=comments],[rel=author],time";
    private static final List<String> ARTICLES =
            List.of("[itemprop=articleBody]", "article", "main", "[role=main]");

    private static final List<String> TITLE = List.of("meta[property=og:title]", "h1", "title");
    private static final List<String> DATE =
            List.of(
                    "meta[property=article:published_time]",
                    "[itemprop=datePublished]",
                    "meta[name=date]",
                    "meta[name=pubdate]",
                    "meta[name=publish-date]",
                    "meta[name=DC.date]",
                    "meta[name=DC.date.issued]",
                    "meta[name=dcterms.created]",
                    "meta[name=parsely-pub-date]",
                    "time[datetime]");
    private static final List<String> AUTHOR =
            List.of(
                    "meta[name=author]",
                    "meta[property=article:author]",
                    "[itemprop=author]",
                    "[rel=author]");
    private static final List<String> OUTLET =
            List.of("meta[property=og:site_name]", "meta[name=application-name]");
    private static final List<String> SECTION =
            List.of("meta[property=article:section]", "meta[name=section]");

    private static final Pattern LINKED_DATE =
            Pattern.compile("\"datePublished\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern START =
            Pattern.compile(
                    "\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private WebPage() {}

    /** Whether a text is a web page, by how it begins. */
    static boolean is(String source) {
        return START.matcher(source.substring(0, Math.min(source.length(), 4096))).matches();
    }

    /**
     * Takes what the page says about itself into the draft.
     *
     * @return the words of the article, paragraphs set apart by blank lines
     */
    static String take(String source, Draft draft) {
        org.jsoup.nodes.Document page = Jsoup.parse(source);
        draft.title(first(page, TITLE));
        draft.published(first(page, DATE));
        for (Element data : page.select("script[type=application/ld+json]")) {
            Matcher date = LINKED_DATE.matcher(data.data());
            draft.published(date.find() ? date.group(1) : null);
        }
        String author = first(page, AUTHOR);
        draft.author(author == null || author.startsWith("http") ? null : author);
        draft.outlet(first(page, OUTLET));
        draft.category(first(page, SECTION));
        Element canonical = page.selectFirst("link[rel=canonical]");
        draft.uri(canonical == null ? null : canonical.attr("href"));
        Element html = page.selectFirst("html[lang]");
        draft.language(
                html == null
                        ? null
                        : html.attr("lang").split("[-_]", 2)[0].toLowerCase(Locale.ROOT));
        return words(article(page.body()));
    }

    /** The words of a piece of a page: what a feed says of a report. */
    static String words(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select(NEVER_TEXT).remove();
        return words(body);
    }

    private static @Nullable String first(Element page, List<String> selectors) {
        for (String selector : selectors) {
            for (Element e : page.select(selector)) {
                String value =
                        e.hasAttr("content")
                                ? e.attr("content")
                                : e.hasAttr("datetime") ? e.attr("datetime") : e.text();
                if (!value.isBlank()) {
                    return value;
                }
            }
        }
        return null;
    }

    /** What the page marks as its article, else the element whose own paragraphs say most. */
    private static Element article(Element body) {
        body.select(NEVER_TEXT).remove();
        Element article = marked(body);
        if (article == null) {
            article =
                    body.select("p").stream()
                            .map(Element::parent)
                            .filter(e -> e != null)
                            .distinct()
                            .max(Comparator.comparingInt(WebPage::ownParagraphs))
                            .orElse(body);
        }
        int all = article.text().length();
        for (Element box : article.select(BOXES)) {
            // A box that holds most of the article is the article, whatever its class.
            if (box != article && box.text().length() * 2 < all) {
                box.remove();
            }
        }
        article.select("h1").remove();
        return article;
    }

    private static @Nullable Element marked(Element body) {
        for (String selector : ARTICLES) {
            Element longest =
                    body.select(selector).stream()
                            .max(Comparator.comparingInt(e -> e.text().length()))
                            .orElse(null);
            if (longest != null && !longest.select("p").isEmpty()) {
                return longest;
            }
        }
        return null;
    }

    private static int ownParagraphs(Element e) {
        int length = 0;
        for (Element child : e.children()) {
            length += child.normalName().equals("p") ? child.text().length() : 0;
        }
        return length;
    }

    private static String words(Element article) {
        StringBuilder words = new StringBuilder();
        article.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            String more = text.text();
                            boolean spaced =
                                    words.isEmpty()
                                            || Character.isWhitespace(
                                                    words.charAt(words.length() - 1));
                            words.append(spaced ? more.stripLeading() : more);
                        } else if (node instanceof Element e
                                && (e.isBlock() || e.normalName().equals("br"))) {
                            paragraph();
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element e && e.isBlock()) {
                            paragraph();
                        }
                    }

                    private void paragraph() {
                        while (!words.isEmpty()
                                && Character.isWhitespace(words.charAt(words.length() - 1))) {
                            words.setLength(words.length() - 1);
                        }
                        words.append(words.isEmpty() ? "" : "\n\n");
                    }
                });
        return words.toString().strip();
    }
}
