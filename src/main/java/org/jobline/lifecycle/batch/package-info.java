/** Orders that wait for others of their site and go out as one ({@code stages/batch.bpmn}). */
@NamedInterface("batch")
@NullMarked
package org.jobline.lifecycle.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
