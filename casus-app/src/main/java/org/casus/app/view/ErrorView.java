package org.casus.app.view;

/** An answer that is none: the status of HTTP, what it means, and what was wrong. */
public record ErrorView(int status, String title, String detail) {}
