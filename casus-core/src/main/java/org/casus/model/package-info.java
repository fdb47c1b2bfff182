/**
 * The nouns of Casus: what a report says, token by token and fact by fact. They depend on nothing.
 */
@NullMarked
package org.casus.model;

import org.jspecify.annotations.NullMarked;
