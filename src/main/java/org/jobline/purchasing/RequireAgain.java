package org.jobline.purchasing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes back that the rest of lines is not required.
 *
 * @param reason required
 */
record RequireAgain(List<Integer> positions, @Nullable String reason) {}
