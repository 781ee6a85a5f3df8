/** Orders that belong together, made or found ({@code actions/links.bpmn}). */
package org.jobline.lifecycle.link;
