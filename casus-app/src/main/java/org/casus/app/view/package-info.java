/** What is shown, as records: the pages print them as HTML, the API as JSON. */
@NullMarked
package org.casus.app.view;

import org.jspecify.annotations.NullMarked;
