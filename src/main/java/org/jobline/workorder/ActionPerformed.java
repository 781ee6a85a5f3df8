package org.jobline.workorder;

import java.time.Instant;

/** What is to be written down of a completed action, before it has its place in the chain. */
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
    String fields) {}
