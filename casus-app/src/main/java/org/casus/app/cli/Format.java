package org.casus.app.cli;

import org.casus.model.Reading;
import org.casus.publish.JsonLines;
import org.casus.publish.Paper;
import org.casus.publish.Summary;

/** How readings are printed. The names are those of {@code --format}. */
enum Format {
    /** A summary for a person. */
    text {
        @Override
        String of(Reading reading, Paper paper) {
            return Summary.of(reading, paper);
        }

        @Override
        String between(Paper paper) {
            return "\n" + "─".repeat(paper.width()) + "\n\n";
        }
    },

    /** Records, one a line. */
    jsonl {
        @Override
        String of(Reading reading, Paper paper) {
            return JsonLines.line(reading) + "\n";
        }

        @Override
        String between(Paper paper) {
            return "";
        }
    };

    abstract String of(Reading reading, Paper paper);

    /** What stands between one reading and the next. */
    abstract String between(Paper paper);
}
