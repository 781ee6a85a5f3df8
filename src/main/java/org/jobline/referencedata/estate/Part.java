package org.jobline.referencedata.estate;

/**
 * What can be bought for a site.
 *
 * @param workType null for any type of work
 * @param unit what it is bought in
 */
public record Part(String code, String name, String workType, String unit) {}
