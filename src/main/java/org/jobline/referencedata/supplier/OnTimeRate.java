package org.jobline.referencedata.supplier;

/**
 * How reliably a supplier delivers.
 *
 * @param percent of the lines that came in full by the day they were promised for, or else wanted on, rounded down; what
 *     went back does not count as having come
 * @param lines how many it rests on
 */
public record OnTimeRate(int percent, int lines) {}
