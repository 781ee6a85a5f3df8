/** Finding a contractor, telling them, and hearing whether they come ({@code stages/assignment.bpmn}). */
@NamedInterface("assignment")
@NullMarked
package org.jobline.lifecycle.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
