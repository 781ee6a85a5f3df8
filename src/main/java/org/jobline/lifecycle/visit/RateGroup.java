package org.jobline.lifecycle.visit;

/**
 * A kind of engineer with a rate of its own.
 *
 * @param included how many come without anybody asking
 */
record RateGroup(String code, String name, int included) {}
