/** Readings of meters and what is known of a site's equipment ({@code actions/site.bpmn}). */
@NullMarked
package org.jobline.lifecycle.meter;

import org.jspecify.annotations.NullMarked;
