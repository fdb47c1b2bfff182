package org.casus.extract.actor;

import java.util.HashMap;
import java.util.Map;
import org.casus.model.Actor.Kind;
import org.jspecify.annotations.Nullable;

/** Who belongs to whom: "army spokesman", "its fighters", "a member of the front", officials. */
final class Membership {
    private final Descriptions descriptions;

    Membership(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    void run(Cast cast) {
        Map<String, Cluster> byEntity = new HashMap<>();
        for (Phrase p : cast.phrases()) {
            Cluster c = p.actor();
            if (c != null && p.entity != null) {
                byEntity.putIfAbsent(key(p.entity, p.kind), c);
            }
        }
        for (Phrase p : cast.phrases()) {
            Cluster c = p.actor();
            if (c == null || p.noun != null && descriptions.isOutsider(p.noun)) {
                continue;
            }
            for (int owner : p.owners) {
                join(c, cast.actorAt(p.sentence, owner));
            }
            if (p.within != null) {
                join(c, byEntity.get(key(p.within, p.within.kind())));
            }
        }
    }

    private static String key(Entity entity, Kind kind) {
        return entity.key() + "/" + kind;
    }

    private static void join(Cluster member, @Nullable Cluster body) {
        if (body == null || body == member || member.kind == Kind.STATE) {
            return;
        }
        boolean follows = body.kind != Kind.PERSON || member.kind == Kind.GROUP;
        if (follows && !belongs(body, member)) {
            member.memberOf.add(body);
            member.country = member.country == null ? body.country : member.country;
        }
    }

    /** Whether somebody belongs to another already, at any remove. */
    private static boolean belongs(Cluster one, Cluster other) {
        for (Cluster body : one.memberOf) {
            Cluster whole = body.whole();
            if (whole == other || whole != one && belongs(whole, other)) {
                return true;
            }
        }
        return false;
    }
}
