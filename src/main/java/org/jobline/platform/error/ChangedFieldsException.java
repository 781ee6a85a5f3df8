package org.jobline.platform.error;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jobline.platform.time.WrittenTime;
import org.jspecify.annotations.Nullable;

/** Another action changed what a form would overwrite, after it was opened; nothing was changed by it. */
public class ChangedFieldsException extends ChangedMeanwhileException {

  private static final int MAX_SHOWN = 80;

  private final transient List<Change> changes;
  private final transient List<FieldError> errors;

  /**
   * What another action did to a field.
   *
   * @param action what the timeline calls it
   * @param from null for nothing, as {@code to}
   */
  public record Change(
      String field, String label, @Nullable String from, @Nullable String to, String by, Instant at, String action) {

    private String words(ZoneId zone) {
      return "%s changed %s from %s to %s on %s (%s).".formatted(
          by, label, shown(from), shown(to), WrittenTime.minuteWithoutYear(at, zone), action);
    }

    private static String shown(@Nullable String value) {
      return value == null ? "nothing"
          : "\"" + (value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value) + "\"";
    }
  }

  /** @param zone whose times the message has */
  public ChangedFieldsException(List<Change> changes, ZoneId zone) {
    super("Not saved: someone else changed the order while you had it open. Check it – if you send it again, your "
        + "values replace theirs. "
        + changes.stream().map(change -> change.words(zone))
            .collect(Collectors.joining(" ")), null);
    this.changes = List.copyOf(changes);
    this.errors = changes.stream().map(change -> new FieldError(change.field(), change.words(zone))).toList();
  }

  /** The same, as what is wrong with the fields. */
  public List<FieldError> errors() {
    return errors;
  }

  public List<Change> changes() {
    return changes;
  }
}
