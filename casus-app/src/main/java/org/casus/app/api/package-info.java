/** The API under {@code /api/v1}: a class a resource. */
@NullMarked
package org.casus.app.api;

import org.jspecify.annotations.NullMarked;
