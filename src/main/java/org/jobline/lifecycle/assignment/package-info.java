/** Finding a contractor, telling them, and hearing whether they come ({@code stages/assignment.bpmn}). */
@NamedInterface("assignment")
package org.jobline.lifecycle.assignment;

import org.springframework.modulith.NamedInterface;
