package org.casus.extract.actor;

import java.util.Objects;
import org.casus.model.Actor.Kind;
import org.casus.model.Count;
import org.jspecify.annotations.Nullable;

/** Whether two actors can be the same one. */
final class Agreement {
    private Agreement() {}

    static boolean fit(Cluster a, Cluster b) {
        return a != b
                && kinds(a.kind, b.kind)
                && entities(a.entity, b.entity)
                && same(a.country, b.country)
                && same(a.gender, b.gender)
                && counts(a.count, b.count)
                && !(a.kind == Kind.PERSON && b.kind == Kind.PERSON && a.plural != b.plural);
    }

    /** A person is never a body, a people never a state; people and a body may be. */
    static boolean kinds(Kind a, Kind b) {
        if (a == Kind.UNKNOWN || b == Kind.UNKNOWN || a == b) {
            return true;
        }
        return a != Kind.PERSON && b != Kind.PERSON && a != Kind.STATE && b != Kind.STATE;
    }

    private static boolean entities(@Nullable Entity a, @Nullable Entity b) {
        return a == null || b == null || Objects.equals(a.key(), b.key());
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null || a.equals(b);
    }

    /** Five soldiers are not two soldiers. */
    static boolean counts(@Nullable Count a, @Nullable Count b) {
        return a == null
                || b == null
                || a.best() == null
                || b.best() == null
                || a.best().equals(b.best());
    }
}
