package org.casus.model;

/** Whether something happened, and how sure the report is. */
public record Modality(Factuality factuality, Factuality.Certainty certainty) {
    public static final Modality FACT =
            new Modality(Factuality.HAPPENED, Factuality.Certainty.CERTAIN);
}
