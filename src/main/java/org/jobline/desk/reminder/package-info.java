/** What agents want to be reminded of. It changes nothing of an order, so it is no action and has no event. */
@NullMarked
package org.jobline.desk.reminder;

import org.jspecify.annotations.NullMarked;
