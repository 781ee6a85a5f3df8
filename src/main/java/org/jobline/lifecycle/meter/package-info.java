/** Readings of meters and what is known of a site's equipment ({@code actions/site.bpmn}). */
package org.jobline.lifecycle.meter;
