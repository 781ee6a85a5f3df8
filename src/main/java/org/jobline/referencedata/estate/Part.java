package org.jobline.referencedata.estate;

import org.jspecify.annotations.Nullable;

/**
 * What contractors fit on visits. What is ordered stands in the catalogues of suppliers.
 *
 * @param workType null for any type of work
 * @param unit what it is bought in
 */
public record Part(String code, String name, @Nullable String workType, String unit) {}
