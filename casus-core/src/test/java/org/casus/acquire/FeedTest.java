package org.casus.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.casus.acquire.Feed.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {
    private static Feed read(String xml) {
        return Feed.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rss_has_titles_addresses_days_and_words() {
        Feed feed =
                read(
                        """
                        <?xml version="1.0"?>
                        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                        <channel><title>Arvo Post</title><link>https://arvo.example/</link>
                        <item><title>Two die in Bor &amp; Arvo</title><link>https://arvo.example/1</link>
                          <guid>a1</guid><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>
                          <description>&lt;p&gt;Rebels shot two men.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
                        <item><title>Truce</title><link>https://arvo.example/2</link>
                          <description>Short.</description>
                          <content:encoded><![CDATA[<p>A truce holds.</p><p>Nobody was hurt.</p>]]></content:encoded></item>
                        </channel></rss>\
                        """);

        assertThat(feed.title()).isEqualTo("Arvo Post");
        assertThat(feed.items())
                .containsExactly(
                        new Item(
                                "a1",
                                "Two die in Bor & Arvo",
                                "https://arvo.example/1",
                                "Mon, 02 Mar 2026 10:00:00 GMT",
                                "Rebels shot two men.",
                                false),
                        new Item(
                                "https://arvo.example/2",
                                "Truce",
                                "https://arvo.example/2",
                                null,
                                "A truce holds.\n\nNobody was hurt.",
                                true));
    }

    @Test
    void atom_has_them_elsewhere() {
        Feed feed =
                read(
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom"><title>Bor Wire</title>
                        <entry><title type="html">Shells &lt;b&gt;fall&lt;/b&gt;</title>
                          <link rel="enclosure" href="https://bor.example/a.mp3"/>
                          <link rel="alternate" href="https://bor.example/7"/>
                          <id>tag:bor.example,2026:7</id><updated>2026-03-02T10:00:00Z</updated>
                          <content type="xhtml"><div><p>Shells fell on Bor.</p><p>One &lt; two.</p></div></content>
                        </entry></feed>\
                        """);

        assertThat(feed.items())
                .containsExactly(
                        new Item(
                                "tag:bor.example,2026:7",
                                "Shells fall",
                                "https://bor.example/7",
                                "2026-03-02T10:00:00Z",
                                "Shells fell on Bor.\n\nOne < two.",
                                true));
    }

    @Test
    void rss_1_has_its_items_beside_the_channel() {
        Feed feed =
                read(
                        """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                        <channel><title>Old</title></channel>
                        <item><title>One</title><link>javascript:alert(1)</link><dc:date>2026-03-02</dc:date></item></rdf:RDF>\
                        """);

        assertThat(feed.items())
                .containsExactly(new Item("One", "One", null, "2026-03-02", "", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM"
                    + " \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b"
                        + " \"&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>",
                "<html><body>no feed</body></html>",
                "<rss><channel>",
                "no xml",
                "",
            })
    void what_is_no_feed_or_has_entities_of_its_own_is_refused(String xml) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("is (no feed|not well-formed XML).*");
    }

    @Test
    void the_words_of_a_page_are_those_of_its_article() {
        assertThat(
                        Feed.article(
                                "<html><body><nav>Home</nav><article><p>Rebels shot two men.</p></article></body></html>"
                                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Rebels shot two men.");
    }
}
