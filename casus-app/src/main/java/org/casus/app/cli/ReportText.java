package org.casus.app.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.model.Account;
import org.casus.store.IncidentSummary;
import org.casus.store.StoredReport;
import org.jspecify.annotations.Nullable;

/** A report of the ledger in words: where it came from, what it tells, and of which incidents. */
final class ReportText {
    private final StringBuilder out = new StringBuilder();

    private ReportText() {}

    static String of(StoredReport report, List<IncidentSummary> incidents) {
        ReportText text = new ReportText();
        text.head(report);
        text.events(report);
        text.line("Incidents");
        incidents.forEach(row -> text.line("  " + row.uid() + "  " + row.line()));
        if (incidents.isEmpty()) {
            text.line("  none");
        }
        return text.out.toString();
    }

    private void head(StoredReport report) {
        line(
                joined(
                        report.id(),
                        report.published(),
                        report.outlet(),
                        report.title(),
                        report.current() ? null : "(an earlier version)"));
        line("  " + report.key());
        if (report.versions().size() > 1) {
            line("Versions");
            for (StoredReport.Version version : report.versions()) {
                line(
                        "  "
                                + joined(
                                        version.ordinal() + ".",
                                        version.document(),
                                        version.published(),
                                        version.outlet(),
                                        version.address(),
                                        version.current() ? "(now)" : null));
            }
        }
        if (report.copies().size() > 1) {
            line("The same story, one independent source");
            for (StoredReport.Copy copy : report.copies()) {
                line("  " + joined(copy.document(), copy.published(), copy.outlet(), copy.key()));
            }
        }
        line("What came of it");
        for (StoredReport.Came came : report.outcomes()) {
            line(
                    "  run "
                            + came.run()
                            + "  "
                            + joined(
                                    came.started(),
                                    came.row().outcome().words(),
                                    came.row().other() == null ? null : "of " + came.row().other(),
                                    came.row().input().toString()));
        }
    }

    private void events(StoredReport report) {
        line("Events");
        for (Account account : report.accounts()) {
            line(
                    "  "
                            + joined(
                                    account.event(),
                                    account.uid(),
                                    account.type()
                                            + (account.mode() == null ? "" : "/" + account.mode()),
                                    account.text()));
        }
        if (report.accounts().isEmpty()) {
            line("  none");
        }
    }

    private void line(String words) {
        out.append(words).append('\n');
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
