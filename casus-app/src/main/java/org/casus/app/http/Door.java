package org.casus.app.http;

import io.javalin.http.Context;

/** How one comes in. */
interface Door {
    /**
     * Who comes.
     *
     * @param byHeader whether a header said so that no browser sends by itself
     */
    record Entry(Visitor visitor, boolean byHeader) {
        static final Entry NONE = new Entry(Visitor.NOBODY, false);
    }

    /** Who asks. */
    Entry entry(Context context);

    /** What is said to somebody who may not come in. */
    Problem stranger();

    /** Whether this request asks to be let in, and so cannot carry the token of a page. */
    boolean knocks(Context context);
}
