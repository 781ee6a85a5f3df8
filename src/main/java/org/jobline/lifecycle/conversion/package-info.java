/** An order that goes on as one of another type, with all that belongs to it. */
package org.jobline.lifecycle.conversion;
