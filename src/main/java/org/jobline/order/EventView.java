package org.jobline.order;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as clients see it. */
public record EventView(
    int sequence,
    Instant at,
    String agent,
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
    return new EventView(event.sequence(), event.at(), event.agent(), event.channel(), event.spokeTo(), event.action(),
        event.label(), event.statusBefore(), event.statusAfter(), event.summary(), event.isPrivate(), event.fields(),
        event.hash());
  }

  /** The event for somebody without the right to private notes: that it happened, not what it says. */
  public EventView withoutContent() {
    return new EventView(sequence, at, agent, channel, null, action, label, statusBefore, statusAfter, label, true,
        "{}", hash);
  }
}
