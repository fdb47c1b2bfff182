package org.casus.extract.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.model.Analysis;
import org.casus.model.Report;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;

/** A report of nothing but names, set apart by commas, that needs no parser. */
final class Bare {
    private static final Pattern WORD = Pattern.compile(",|[^\\s,]+");

    private Bare() {}

    static Analysis names(String names) {
        List<Token> tokens = new ArrayList<>();
        Matcher m = WORD.matcher(names);
        while (m.find()) {
            boolean comma = m.group().equals(",");
            tokens.add(
                    new Token(
                            tokens.size(),
                            new Span(m.start(), m.end()),
                            m.group(),
                            m.group().toLowerCase(Locale.ROOT),
                            comma ? "," : "NNP",
                            "O",
                            -1,
                            "root"));
        }
        Sentence sentence =
                new Sentence(
                        0,
                        new Span(0, names.length()),
                        tokens,
                        false,
                        false,
                        Collections.nCopies(tokens.size(), List.of()));
        return new Analysis(
                new Report("", "", null, null, null, null, null, null, null, names),
                List.of(sentence),
                List.of());
    }
}
