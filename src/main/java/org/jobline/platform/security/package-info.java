/**
 * Who gets in and what they may call: logins, sessions, groups, and the list of the engine's calls that are open.
 * Everything that is not on a list is refused.
 */
@NamedInterface("security")
@NullMarked
package org.jobline.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
