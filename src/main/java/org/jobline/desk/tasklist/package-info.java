/** What Tasklist is given at start; its plug-in is in {@code META-INF/resources/webjars/camunda/app/tasklist}. */
@NullMarked
package org.jobline.desk.tasklist;

import org.jspecify.annotations.NullMarked;
