package org.casus.app.view;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casus.publish.export.PrivateNames;
import org.jspecify.annotations.Nullable;

/**
 * What views are shown through where the names of private persons are to be hidden: every text that
 * stands in a view, however deep, whatever the view. What somebody asks for stays as it was asked.
 */
public final class Veil {
    /** Names stand in them in small letters. */
    private static final String REASONS = "reasons";

    private final PrivateNames names;

    Veil(PrivateNames names) {
        this.names = names;
    }

    /** A piece of a text that is cut where names may stand. */
    interface Cut {
        String text();

        /** The same with another text, as long. */
        Cut with(String text);
    }

    /** A view without the names. */
    @SuppressWarnings("unchecked") // a thing is made of its own class again
    public <T> T over(T view) {
        return names.isEmpty() ? view : (T) Objects.requireNonNull(shown(view));
    }

    /** Words without the names. */
    public String words(String words) {
        return names.hide(words);
    }

    private @Nullable Object shown(@Nullable Object thing) {
        if (thing instanceof String text) {
            return text(text);
        }
        if (thing instanceof IncidentFilter) {
            return thing;
        }
        if (thing instanceof NetworkView network) {
            return record(network.renamed(names::hide));
        }
        if (thing instanceof Record record) {
            return record(record);
        }
        if (thing instanceof List<?> list) {
            return list.isEmpty() || !(list.get(0) instanceof Cut) ? list(list) : pieces(list);
        }
        if (thing instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, shown(value)));
            return copy;
        }
        if (thing == null
                || thing instanceof Number
                || thing instanceof Boolean
                || thing instanceof Enum<?>) {
            return thing;
        }
        throw new IllegalStateException("what " + thing.getClass() + " says cannot be hidden");
    }

    private String text(String text) {
        if (!text.startsWith("/") && !text.contains("://")) {
            return names.hide(text);
        }
        String plain = decoded(text);
        if (!names.in(plain)) {
            return text;
        }
        // An address of the workbench leads nowhere with another name in it.
        int query = text.indexOf('?');
        return text.startsWith("/") && query > 0
                ? names.hide(text.substring(0, query))
                : names.hide(plain);
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return address;
        }
    }

    private List<@Nullable Object> list(List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        list.forEach(one -> copy.add(shown(one)));
        return copy;
    }

    /** Names are found in the text that the pieces are together. */
    private List<Object> pieces(List<?> list) {
        StringBuilder text = new StringBuilder();
        list.forEach(piece -> text.append(((Cut) piece).text()));
        String black = names.blacken(text.toString());
        List<Object> copy = new ArrayList<>(list.size());
        int from = 0;
        for (Object piece : list) {
            String own = ((Cut) piece).text();
            int until = black.offsetByCodePoints(from, own.codePointCount(0, own.length()));
            copy.add(((Cut) piece).with(black.substring(from, until)));
            from = until;
        }
        return copy;
    }

    private Object record(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        boolean changed = false;
        try {
            for (int i = 0; i < components.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                Object before = accessor.invoke(record);
                values[i] =
                        components[i].getName().equals(REASONS) && before instanceof List<?> list
                                ? list.stream().map(one -> names.hideSmall((String) one)).toList()
                                : shown(before);
                changed |= before != values[i];
            }
            if (!changed) {
                return record;
            }
            Constructor<?> whole =
                    record.getClass()
                            .getDeclaredConstructor(
                                    Arrays.stream(components)
                                            .map(RecordComponent::getType)
                                            .toArray(Class<?>[]::new));
            whole.setAccessible(true);
            return whole.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("names cannot be hidden in " + record.getClass(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no view: " + record.getClass(), e);
        }
    }
}
