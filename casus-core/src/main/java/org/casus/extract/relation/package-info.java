/** Standing relations: who backs, holds, fights or keeps peace with whom. */
@NullMarked
package org.casus.extract.relation;

import org.jspecify.annotations.NullMarked;
