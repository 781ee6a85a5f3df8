package org.jobline.referencedata.estate;

import org.jspecify.annotations.Nullable;

/**
 * What can be bought for a site.
 *
 * @param workType null for any type of work
 * @param unit what it is bought in
 */
public record Part(String code, String name, @Nullable String workType, String unit) {}
