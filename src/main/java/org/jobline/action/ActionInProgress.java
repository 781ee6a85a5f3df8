package org.jobline.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jobline.order.Order;
import org.jspecify.annotations.Nullable;

/** An action between its submission and its event: what steps and gateways may ask, and what they add to the event. */
final class ActionInProgress {

  private final ActionKey key;
  private final String label;
  private final boolean isPrivate;
  private final Performer performer;
  private final Fields fields;
  private final Instant at;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final Set<String> personalWords = new LinkedHashSet<>();
  private @Nullable Order order;
  private @Nullable String statusBefore;

  /** A value before and after. */
  record Change(@Nullable Object from, @Nullable Object to) {}

  ActionInProgress(
      ActionKey key, String label, boolean isPrivate, Performer performer, Fields fields, Instant at) {
    this.key = key;
    this.label = label;
    this.isPrivate = isPrivate;
    this.performer = performer;
    this.fields = fields;
    this.at = at;
  }

  ActionInProgress on(Order order) {
    this.order = order;
    this.statusBefore = order.status().code().value();
    return this;
  }

  void orderCreated(Order order) {
    this.order = order;
  }

  void note(String words) {
    notes.add(words);
  }

  /** What was changed in several steps was changed from what it was before the first to what it is after the last. */
  void change(String what, @Nullable Object from, @Nullable Object to) {
    Object before = changes.containsKey(what) ? changes.get(what).from() : from;
    if (Objects.equals(before, to)) {
      changes.remove(what);
    } else {
      changes.put(what, new Change(before, to));
    }
  }

  void personal(String words) {
    personalWords.add(words);
  }

  /** What was submitted in fields about persons, and what was told to be about one. */
  Set<String> personalWords() {
    Set<String> words = new LinkedHashSet<>(personalWords);
    fields.asMap().forEach((field, value) -> {
      if (fields.personal().contains(field) && value instanceof String text) {
        words.add(text);
      }
    });
    return words;
  }

  ActionKey key() {
    return key;
  }

  String label() {
    return label;
  }

  boolean isPrivate() {
    return isPrivate;
  }

  Agent agent() {
    return performer.agent();
  }

  @Nullable Channel channel() {
    return performer.channel();
  }

  @Nullable String spokeTo() {
    return performer.spokeTo();
  }

  Fields fields() {
    return fields;
  }

  Instant at() {
    return at;
  }

  /** Null until it is logged, where the action logs it. */
  @Nullable Order order() {
    return order;
  }

  @Nullable String statusBefore() {
    return statusBefore;
  }

  List<String> notes() {
    return notes;
  }

  Map<String, Change> changes() {
    return changes;
  }
}
