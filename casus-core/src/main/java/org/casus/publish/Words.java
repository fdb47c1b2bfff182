package org.casus.publish;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the constants of the model are spelled outside the program. */
public final class Words {
    private Words() {}

    /** {@code TRUCE_WITH} as {@code truce-with}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@code truce-with} as {@code TRUCE_WITH}.
     *
     * @throws IllegalArgumentException if no constant is spelled so
     */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "\""
                        + word
                        + "\" is no "
                        + type.getSimpleName()
                        + "; allowed are "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Words::of)
                                .collect(Collectors.joining(", ")));
    }
}
