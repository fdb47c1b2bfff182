package org.casus.app.cli;

import java.nio.file.Path;
import org.casus.extract.place.gazetteer.Imported;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the places are that the user adds. */
final class PlacesOption {
    @Option(
            names = "--places",
            paramLabel = "FILE",
            description =
                    "The file of added places, if not the usual one, which is that of the"
                            + " environment variable CASUS_GAZETTEER or in your data folder.")
    @Nullable Path file;

    Imported imported() {
        return file == null ? Imported.ofUser() : Imported.at(file);
    }
}
