/**
 * What time it is for an action, and when somebody works. An action has one time from its beginning to its end.
 */
@NamedInterface("time")
package org.jobline.platform.time;

import org.springframework.modulith.NamedInterface;
