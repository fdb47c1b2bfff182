package org.casus.store;

import java.util.Random;
import java.util.StringJoiner;
import org.casus.acquire.Arrival.Input;
import org.casus.model.Report;
import org.jspecify.annotations.Nullable;

/** Reports for tests. */
final class Reports {
    private static final String RECORD =
            """
            {"casus":1,"document":{"id":"%s","key":"%s","uri":null,"outlet":null,"title":null,\
            "author":null,"published":null,"category":null,"language":null,"text":""},"actors":[],\
            "places":[],"times":[],"events":[],"harms":[],"claims":[],"relations":[],"links":[],"warnings":[]}\
            """;

    private Reports() {}

    static ReadReport file(String name, @Nullable String published, String text) {
        return read(name, null, null, published, text);
    }

    static ReadReport of(String name, @Nullable String outlet, String published, String text) {
        return read(name, null, outlet, published, text);
    }

    static ReadReport read(
            String file,
            @Nullable Integer line,
            @Nullable String outlet,
            @Nullable String published,
            String text) {
        Report report =
                new Report(
                        Report.idOf(published, text),
                        file,
                        file,
                        outlet,
                        null,
                        null,
                        published,
                        null,
                        null,
                        text);
        return ReadReport.of(
                report, new Input(file, line), RECORD.formatted(report.id(), report.key()));
    }

    /** So many made-up words, the same for the same seed. */
    static String words(long seed, int count) {
        Random random = new Random(seed);
        StringJoiner words = new StringJoiner(" ");
        for (int i = 0; i < count; i++) {
            words.add(Integer.toString(random.nextInt(50_000), 36));
        }
        return words.toString();
    }
}
