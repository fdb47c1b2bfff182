package org.casus.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The commands that there are. Only the one that is asked for is made, so that reading a report
 * never waits for what belongs to the ledger.
 */
final class Commands {
    private static final Map<String, Function<Terminal, Object>> ALL = all();

    private Commands() {}

    /** In the order in which they are listed. */
    private static Map<String, Function<Terminal, Object>> all() {
        Map<String, Function<Terminal, Object>> all = new LinkedHashMap<>();
        all.put("read", ReadCommand::new);
        all.put("ingest", IngestCommand::new);
        all.put("feed", FeedCommand::new);
        all.put("incidents", IncidentsCommand::new);
        all.put("show", ShowCommand::new);
        all.put("log", LogCommand::new);
        all.put("chain", ChainCommand::new);
        all.put("search", SearchCommand::new);
        all.put("review", ReviewCommand::new);
        all.put("decide", DecideCommand::new);
        all.put("export", ExportCommand::new);
        all.put("verify", VerifyCommand::new);
        all.put("gazetteer", GazetteerCommand::with);
        all.put("serve", ServeCommand::new);
        all.put("user", UserCommand::new);
        all.put("audit", AuditCommand::new);
        all.put("demo", DemoCommand::new);
        all.put("setup", SetupCommand::new);
        all.put("help", terminal -> new HelpCommand());
        return all;
    }

    static void addTo(CommandLine line, Terminal terminal, String[] args) {
        boolean one = args.length > 0 && ALL.containsKey(args[0]) && !args[0].equals("help");
        ALL.forEach(
                (name, make) -> {
                    if (!one || name.equals(args[0])) {
                        line.addSubcommand(name, make.apply(terminal));
                    }
                });
    }
}
