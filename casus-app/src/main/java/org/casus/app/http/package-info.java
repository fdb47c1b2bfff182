/** What every request passes: who may come in, and what is answered when something is wrong. */
@NullMarked
package org.casus.app.http;

import org.jspecify.annotations.NullMarked;
