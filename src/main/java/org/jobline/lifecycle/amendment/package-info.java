/** Changing what an order says: description, priority, type of work, contact. */
@NamedInterface("amendment")
@NullMarked
package org.jobline.lifecycle.amendment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
