package org.casus.model;

/** What a claim can be about, and what a link can join. */
public sealed interface Assertable permits Event, Harm, Relation, Link {}
