/** What Tasklist is given at start; its plug-in is in {@code META-INF/resources/webjars/camunda/app/tasklist}. */
package org.jobline.desk.tasklist;
