package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.component.template.feature.Direction;
import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.feature.Field;
import edu.emory.mathcs.nlp.component.template.feature.Relation;
import edu.emory.mathcs.nlp.component.template.feature.Source;
import org.jspecify.annotations.Nullable;

/**
 * One feature in the notation of the library's own configuration: source and window, relation,
 * field, attribute, as {@code i-1_lmd:suffix:3}.
 */
final class FeatureNotation {
    private FeatureNotation() {}

    static String format(FeatureItem item) {
        StringBuilder text = new StringBuilder().append(item.source).append(item.window);
        if (item.relation != null) {
            text.append('_').append(item.relation);
        }
        text.append(':').append(item.field);
        if (item.attribute != null) {
            text.append(':').append(item.attribute);
        }
        return text.toString();
    }

    static FeatureItem parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].length() < 2) {
            throw new IllegalArgumentException("\"" + text + "\" is no feature");
        }
        int relation = parts[0].indexOf('_');
        String window = parts[0].substring(1, relation < 0 ? parts[0].length() : relation);
        Field field = Field.valueOf(parts[1]);
        return new FeatureItem(
                Source.valueOf(parts[0].substring(0, 1)),
                relation < 0 ? null : Relation.valueOf(parts[0].substring(relation + 1)),
                Integer.parseInt(window),
                field,
                parts.length < 3 ? null : attribute(field, parts[2]));
    }

    private static @Nullable Object attribute(Field field, String text) {
        return switch (field) {
            case prefix, suffix -> Integer.valueOf(text);
            case feats -> text;
            case valency -> Direction.valueOf(text);
            case dependent_set -> Field.valueOf(text);
            default -> throw new IllegalArgumentException(field + " takes no attribute: " + text);
        };
    }
}
