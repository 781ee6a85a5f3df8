package org.jobline.order;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as clients see it.
 *
 * @param agentName what colleagues call the agent; null when that is not known, or nobody asked
 */
public record EventView(
    int sequence,
    Instant at,
    String agent,
    @Nullable String agentName,
    @Nullable String channel,
    @Nullable String spokeTo,
    String action,
    String label,
    @Nullable String statusBefore,
    String statusAfter,
    String summary,
    boolean isPrivate,
    @JsonRawValue String fields,
    String hash) {

  public static EventView of(OrderEvent event) {
    return new EventView(event.sequence(), event.at(), event.agent(), null, event.channel(), event.spokeTo(),
        event.action(), event.label(), event.statusBefore(), event.statusAfter(), event.summary(),
        event.isPrivate(), event.fields(),
        event.hash());
  }

  /** The event with what colleagues call who did it. */
  public EventView by(@Nullable String name) {
    return new EventView(sequence, at, agent, name, channel, spokeTo, action, label, statusBefore, statusAfter, summary,
        isPrivate, fields, hash);
  }

  /** The event for somebody without the right to private notes: that it happened, not what it says. */
  public EventView withoutContent() {
    return new EventView(sequence, at, agent, agentName, channel, null, action, label, statusBefore, statusAfter, label,
        true, "{}", hash);
  }
}
