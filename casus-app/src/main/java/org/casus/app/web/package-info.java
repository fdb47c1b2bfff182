/** The workbench in a browser: its server and its pages. */
@NullMarked
package org.casus.app.web;

import org.jspecify.annotations.NullMarked;
