/**
 * What services throw at a caller who asked for something that cannot be, each naming the field or the rule.
 * The answers are made of them in one place, for our API and for the engine's.
 */
@NamedInterface("error")
@NullMarked
package org.jobline.platform.error;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
