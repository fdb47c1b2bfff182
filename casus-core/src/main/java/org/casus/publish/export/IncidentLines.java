package org.casus.publish.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.casus.publish.LedgerJson;

/** Incidents with all that is known of them, as JSON Lines. */
final class IncidentLines implements IncidentWriter {
    private final Writer out;

    IncidentLines(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public boolean write(Case incident) throws IOException {
        out.write(LedgerJson.line(incident.incident()));
        out.write('\n');
        return true;
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
