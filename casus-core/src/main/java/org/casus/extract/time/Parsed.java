package org.casus.extract.time;

import java.util.List;
import org.casus.model.Sentence;

/**
 * A sentence with the time expressions found in it.
 *
 * @param edges in order, none of them overlapping; their values are {@link Expression}s
 */
record Parsed(Sentence sentence, Chart chart, List<Edge> edges) {}
