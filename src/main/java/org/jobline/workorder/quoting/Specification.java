package org.jobline.workorder.quoting;

import java.time.Instant;

/**
 * What is to be done, as contractors are to quote for it.
 *
 * @param version counted from 1
 */
public record Specification(int version, String text, Instant writtenAt, String writtenBy) {}
