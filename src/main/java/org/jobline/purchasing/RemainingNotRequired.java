package org.jobline.purchasing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param positions empty for all open lines
 * @param reason required
 */
record RemainingNotRequired(List<Integer> positions, @Nullable String reason) {}
