/** The product: its modules are the packages below. */
@NullMarked
package org.jobline;

import org.jspecify.annotations.NullMarked;
