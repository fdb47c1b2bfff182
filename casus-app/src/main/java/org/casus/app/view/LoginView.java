package org.casus.app.view;

/**
 * The page on which one logs in.
 *
 * @param failed whether it was tried in vain
 * @param next the page to go on to
 */
public record LoginView(boolean failed, String next) {}
