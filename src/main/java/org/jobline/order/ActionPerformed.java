package org.jobline.order;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written down of a completed action, before it has its place in the chain.
 *
 * @param personalFields the keys of the fields that are about persons
 * @param personalWords names, addresses, numbers and other words about persons, wherever they stand
 */
public record ActionPerformed(
    Instant at,
    String agent,
    @Nullable String channel,
    @Nullable String spokeTo,
    String action,
    String label,
    @Nullable String statusBefore,
    String summary,
    boolean isPrivate,
    String fields,
    Set<String> personalFields,
    Set<String> personalWords) {}
