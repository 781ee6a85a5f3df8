/** Which colleagues have an order open now. */
@NullMarked
package org.jobline.desk.presence;

import org.jspecify.annotations.NullMarked;
