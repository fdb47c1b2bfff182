package org.casus.extract.event;

import java.util.List;
import org.casus.model.Event;
import org.casus.model.Modality;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;

/** What other extractors read around a trigger: whether it happened, when and where. */
public record Setting(Modality modality, @Nullable Time time, List<Event.At> places) {
    public Setting {
        places = List.copyOf(places);
    }
}
