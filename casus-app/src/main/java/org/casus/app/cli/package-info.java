/** The command line: a class a command. */
@NullMarked
package org.casus.app.cli;

import org.jspecify.annotations.NullMarked;
