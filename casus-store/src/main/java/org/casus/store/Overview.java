package org.casus.store;

import java.util.List;

/** Incidents looked at from afar: which there are, how many, and how they spread. */
interface Overview {
    /** The numbers of a page of the incidents that are asked for. */
    List<Long> numbers(IncidentQuery query, IncidentOrder order, int limit, int offset);

    long count(IncidentQuery query);

    List<IncidentStore.Tally> tally(IncidentQuery query, String name, int most);

    List<Charts.Place> places(IncidentQuery query);

    List<Charts.Period> periods(IncidentQuery query);

    List<Charts.Sides> sides(IncidentQuery query);
}
