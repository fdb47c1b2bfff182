package org.casus.publish;

import java.util.Locale;

/** How the constants of the model are spelled outside the program. */
final class Words {
    private Words() {}

    /** {@code TRUCE_WITH} as {@code truce-with}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
