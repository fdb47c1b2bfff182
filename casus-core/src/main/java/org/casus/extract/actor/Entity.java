package org.casus.extract.actor;

import java.util.List;
import org.casus.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the actor tables.
 *
 * @param key unique, from the name: {@code kataib-hezbollah}
 * @param state the country that a seat, force or office belongs to is another entity; null when
 *     there is none
 */
record Entity(
        String key,
        String name,
        Actor.Kind kind,
        @Nullable String country,
        List<String> sectors,
        @Nullable String state) {}
