/** Orders that belong together, made or found ({@code actions/links.bpmn}). */
@NamedInterface("link")
@NullMarked
package org.jobline.lifecycle.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
