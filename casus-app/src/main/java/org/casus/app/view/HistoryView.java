package org.casus.app.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.casus.store.History;
import org.casus.store.JournalEntry;
import org.casus.store.Ledger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an incident became what it is: every change, the oldest first, with what a reader would ask
 * for before and after it.
 */
final class HistoryView {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is shown of a change; the rest is the evidence for it. */
    private static final Set<String> SHOWN =
            Set.of("text", "type", "mode", "factuality", "grade", "reviewed", "independentSources");

    private final Map<String, String> state = new LinkedHashMap<>();

    private HistoryView() {}

    static List<IncidentView.Change> of(Ledger ledger, String uid) {
        Map<Long, JournalEntry> rows = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(ledger.incidents().aliases(uid));
        names.add(uid);
        ledger.journal().about(names).forEach(row -> rows.put(row.number(), row));
        HistoryView history = new HistoryView();
        List<IncidentView.Change> changes = new ArrayList<>();
        for (History.Step step : ledger.history().of(uid)) {
            JournalEntry row = rows.get(step.row());
            // What became part of it brought its own values; they are not of this one.
            boolean own = step.uid().equals(uid) || step.what().startsWith("began");
            List<IncidentView.Difference> differences =
                    row == null || !own ? List.of() : history.apply(JSON.readTree(row.body()));
            changes.add(
                    new IncidentView.Change(
                            step.row(), step.at(), step.because(), step.what(), differences));
        }
        return changes;
    }

    private List<IncidentView.Difference> apply(JsonNode body) {
        boolean began = state.isEmpty();
        List<IncidentView.Difference> differences = new ArrayList<>();
        leaves("", body.path("set"), differences);
        return began ? List.of() : differences;
    }

    private void leaves(String path, JsonNode node, List<IncidentView.Difference> differences) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = path + entry.getKey();
            if (entry.getValue().isObject()) {
                leaves(name + ".", entry.getValue(), differences);
                continue;
            }
            if (entry.getValue().isNull()) {
                gone(name + ".", differences);
            }
            if (shown(name)) {
                String after = entry.getValue().isNull() ? null : entry.getValue().asString("");
                String before = after == null ? state.remove(name) : state.put(name, after);
                if (!Objects.equals(before, after)) {
                    differences.add(new IncidentView.Difference(title(name), before, after));
                }
            }
        }
    }

    /** What goes with all that it had: "harms.injured" with its low, best and high. */
    private void gone(String path, List<IncidentView.Difference> differences) {
        for (String name : List.copyOf(state.keySet())) {
            if (name.startsWith(path)) {
                differences.add(new IncidentView.Difference(title(name), state.remove(name), null));
            }
        }
    }

    private static boolean shown(String name) {
        return SHOWN.contains(name)
                || name.equals("time.start")
                || name.equals("time.end")
                || name.matches("harms\\.\\w+\\.(low|best|high)")
                || name.matches("fields\\.\\w+\\.agreed");
    }

    private static String title(String name) {
        String plain =
                name.replaceAll("^(harms|fields)\\.", "").replace(".agreed", "").replace('.', ' ');
        return switch (plain) {
            case "text" -> "sentence";
            case "independentSources" -> "independent sources";
            default -> Phrases.field(plain);
        };
    }
}
