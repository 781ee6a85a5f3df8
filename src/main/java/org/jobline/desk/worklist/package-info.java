/** Lists of orders, their search, and the lists that agents save. */
@NullMarked
package org.jobline.desk.worklist;

import org.jspecify.annotations.NullMarked;
