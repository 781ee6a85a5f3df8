/** Changing what an order says: description, priority, type of work, contact. */
package org.jobline.lifecycle.amendment;
