/**
 * What time it is for an action, when somebody works, and how times are written. An action has one time from its
 * beginning to its end.
 */
@NamedInterface("time")
@NullMarked
package org.jobline.platform.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
