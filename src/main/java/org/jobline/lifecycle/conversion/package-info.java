/** An order that goes on as one of another type, with all that belongs to it. */
@NamedInterface("conversion")
@NullMarked
package org.jobline.lifecycle.conversion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
