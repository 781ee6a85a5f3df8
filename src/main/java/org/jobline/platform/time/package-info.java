/**
 * What time it is for an action, and when somebody works. An action has one time from its beginning to its end.
 */
@NamedInterface("time")
@NullMarked
package org.jobline.platform.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
