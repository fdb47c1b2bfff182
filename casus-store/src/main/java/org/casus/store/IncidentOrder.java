package org.casus.store;

/** What comes first in a list of incidents; what is level stands in the order of day and uid. */
public enum IncidentOrder {
    /** The earliest first, those without a day last. */
    OLDEST("coalesce(i.first_day, '9999'), i.uid"),
    /** The latest first, those without a day last. */
    NEWEST("coalesce(i.first_day, '0000') desc, i.uid desc"),
    /** The most people killed first. */
    DEADLIEST("coalesce(i.dead_best, i.dead_low, -1) desc, coalesce(i.first_day, '9999'), i.uid"),
    /** The most independent sources first. */
    MOST_SOURCES("i.sources desc, coalesce(i.first_day, '9999'), i.uid"),
    /**
     * What somebody denies or doubts first, then that on which accounts disagree, then that which a
     * single source tells; of the same doubt the most people killed.
     */
    DOUBTFUL(
            "case i.grade when 'contested' then 4 when 'weak' then 1 else 0 end + case when"
                    + " i.contested then 2 else 0 end desc, coalesce(i.dead_best, i.dead_low, -1)"
                    + " desc, coalesce(i.first_day, '9999'), i.uid");

    private final String sql;

    IncidentOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
