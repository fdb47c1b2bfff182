package org.casus.extract.place;

/**
 * The grounds on which a name is taken to mean one place rather than another, the sure ones first.
 */
enum Pass {
    CONTAINER("it lies in the place named with it"),
    ADJECTIVE("an adjective says its country"),
    WORD("the word beside it says what it is"),
    COUNTRY("the report is about its country"),
    REGION("the report names its region"),
    NEARBY("the report names places near it"),
    COMPANIONS("other names may mean places near it"),
    ROW("it stands among places of its kind"),
    NAMESAKE("it shares its name with its country"),
    SIZE("how large or well known it is");

    private final String reason;

    Pass(String reason) {
        this.reason = reason;
    }

    /** Why it gives points, in words. */
    String reason() {
        return reason;
    }

    /** The points of one candidate, pass by pass. */
    @SuppressWarnings("EnumOrdinal") // an EnumMap would box every number
    static final class Tally {
        private final double[] points = new double[Pass.values().length];
        private double total;

        Tally add(Pass pass, double more) {
            points[pass.ordinal()] += more;
            total += more;
            return this;
        }

        double of(Pass pass) {
            return points[pass.ordinal()];
        }

        double total() {
            return total;
        }
    }
}
