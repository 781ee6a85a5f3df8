package org.jobline.operations.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * An order that is not what its events or its process say.
 *
 * @param number of the order; null when a process runs for none
 * @param what differs, as a sentence
 * @param expected what the events or the process say
 * @param found what the order says, or what runs
 */
public record OrderDifference(@Nullable String number, String what, String expected, String found) {}
