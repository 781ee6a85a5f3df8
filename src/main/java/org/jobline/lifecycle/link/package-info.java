/** Orders that belong together, made or found ({@code actions/links.bpmn}). */
@NullMarked
package org.jobline.lifecycle.link;

import org.jspecify.annotations.NullMarked;
