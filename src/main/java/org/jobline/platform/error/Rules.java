package org.jobline.platform.error;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that several actions share. */
public final class Rules {

  private Rules() {}

  /**
   * A time an agent types has minutes only, so the running minute is not in the past.
   *
   * @param label what the form calls the field
   * @throws InvalidFieldsException when it lies before the running minute
   */
  public static void notInThePast(String field, String label, Instant time, Clock clock) {
    if (time.isBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES))) {
      throw new InvalidFieldsException(field, label + " can't be in the past.");
    }
  }

  /**
   * @param label what the form calls the field
   * @throws InvalidFieldsException when it lies after now
   */
  public static void notInTheFuture(String field, String label, Instant time, Clock clock) {
    if (time.isAfter(clock.instant())) {
      throw new InvalidFieldsException(field, label + " can't be in the future.");
    }
  }

  /**
   * What was typed for something that stands on one line, without blanks around it.
   *
   * @param message says what would be right; it is added to the errors when this is empty, too long or on several lines
   */
  public static String oneLine(
      String field, @Nullable String typed, int mostCharacters, String message, List<FieldError> errors) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty() || text.length() > mostCharacters || text.chars().anyMatch(Character::isISOControl)) {
      errors.add(new FieldError(field, message));
    }
    return text;
  }

  /** @throws InvalidFieldsException when it has characters the database has in no text */
  public static void searchable(String parameter, @Nullable String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw new InvalidFieldsException(parameter, "contains characters that can't be searched for.");
    }
  }

  /**
   * What an agent means by a time that follows another: typed to the minute, the minute the other lies in is no time
   * before it.
   */
  public static Instant notBeforeMinuteOf(Instant earlier, Instant typed) {
    return typed.equals(earlier.truncatedTo(ChronoUnit.MINUTES)) ? earlier : typed;
  }
}
