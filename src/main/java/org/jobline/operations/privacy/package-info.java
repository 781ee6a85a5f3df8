/** Erasing what is known of a person, on request, wherever it stands. Events keep their chain: see {@code personal_data}. */
package org.jobline.operations.privacy;
