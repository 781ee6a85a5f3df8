/** Changing what an order says: description, priority, type of work, contact. */
@NullMarked
package org.jobline.lifecycle.amendment;

import org.jspecify.annotations.NullMarked;
