package org.jobline.order;

import java.time.Instant;
import java.util.Set;

/**
 * What is to be written down of a completed action, before it has its place in the chain.
 *
 * @param personalFields the keys of the fields that are about persons
 * @param personalWords names, addresses, numbers and other words about persons, wherever they stand
 */
public record ActionPerformed(
    Instant at,
    String agent,
    String channel,
    String spokeTo,
    String action,
    String label,
    String statusBefore,
    String summary,
    boolean isPrivate,
    String fields,
    Set<String> personalFields,
    Set<String> personalWords) {}
