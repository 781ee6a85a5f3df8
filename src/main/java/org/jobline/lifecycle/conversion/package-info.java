/** An order that goes on as one of another type, with all that belongs to it. */
@NullMarked
package org.jobline.lifecycle.conversion;

import org.jspecify.annotations.NullMarked;
