/** A price is agreed before the work is done: asked for, quoted and chosen ({@code stages/quoting.bpmn}). */
@NamedInterface("quoting")
@NullMarked
package org.jobline.lifecycle.quoting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
