/** The one call by which an open page hears of what has changed. */
@NullMarked
package org.jobline.desk.pulse;

import org.jspecify.annotations.NullMarked;
