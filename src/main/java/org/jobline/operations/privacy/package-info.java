/** Erasing what is known of a person, on request, wherever it stands. Events keep their chain: see {@code personal_data}. */
@NullMarked
package org.jobline.operations.privacy;

import org.jspecify.annotations.NullMarked;
