package org.casus.app.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code casus gazetteer}: the places that Casus knows. */
@Command(
        name = "gazetteer",
        description = {
            "Adds places to those that Casus knows, and shows what a name can mean.",
            ""
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus gazetteer import ML.zip         the villages of Mali, from GeoNames",
            "  casus gazetteer find Tripoli          which Tripoli, and why",
            "",
            "Exit codes: 0 all went well; 1 some lines could not be read, or nothing has",
            "the name; 2 the command line makes no sense; 3 it failed altogether."
        })
final class GazetteerCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

    private GazetteerCommand() {}

    static CommandLine with(Terminal terminal) {
        return new CommandLine(new GazetteerCommand())
                .addSubcommand(new ImportCommand(terminal))
                .addSubcommand(new FindCommand(terminal));
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
        return ExitCode.OK;
    }
}
