package org.jobline.action;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jobline.order.Order;
import org.jobline.platform.error.ChangedFieldsException;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was submitted into an action that may go on, or refuses it. */
@Component
class SubmissionCheck {

  private static final int MAX_NAME = 200;

  private final Forms forms;
  private final PickLists pickLists;
  private final FormConditions conditions;
  private final FormValues formValues;
  private final OtherChanges otherChanges;
  private final SiteTime siteTime;
  private final Clock clock;

  SubmissionCheck(
      Forms forms, PickLists pickLists, FormConditions conditions, FormValues formValues,
      OtherChanges otherChanges, SiteTime siteTime, Clock clock) {
    this.forms = forms;
    this.pickLists = pickLists;
    this.conditions = conditions;
    this.formValues = formValues;
    this.otherChanges = otherChanges;
    this.siteTime = siteTime;
    this.clock = clock;
  }

  /**
   * @param toldOf the last event the agent was told of when the same was refused before
   * @throws InvalidFieldsException when the form does not allow it
   * @throws ChangedFieldsException when it would overwrite what another action changed since the form was opened
   */
  ActionInProgress check(
      ActionDefinition action, Order order, Agent agent, Channel channel, Submission submission, IntSupplier toldOf) {
    if (!action.menus().contains(channel)) {
      throw new InvalidFieldsException("channel", "must be one of " + action.menus() + " for " + action.label() + ".");
    }
    Fields fields = check(action, order, submission.fields());
    if (submission.openedOn() != null && submission.openedOn() < order.nextEvent() - 1) {
      OtherChanges.Outcome outcome = otherChanges.merge(forms.of(action), formValues.shown(action, order),
          submission.fields(), fields, order, submission.openedOn(), toldOf.getAsInt());
      if (!outcome.overwritten().isEmpty()) {
        throw new ChangedFieldsException(outcome.overwritten(), siteTime.of(order.site()));
      }
      fields = check(action, order, outcome.fields());
    }
    return new ActionInProgress(action.key(), action.label(), action.isPrivate(),
        new Performer(agent, channel, spokeTo(submission, fields)), fields, clock.instant());
  }

  private Fields check(ActionDefinition action, Order order, Map<String, Object> submitted) {
    return new FormCheck(forms.of(action), pickLists, conditions, formValues.contextValues(action, order),
        Optional.of(order), siteTime.of(order.site())).check(submitted);
  }

  /**
   * Checks the form of an order that is not there yet.
   *
   * @throws InvalidFieldsException when the form does not allow it
   */
  Fields check(FormDefinition form, Map<String, Object> submitted, ZoneId zone) {
    return new FormCheck(form, pickLists, conditions, Map.of(), Optional.empty(), zone).check(submitted);
  }

  /**
   * The caller or callee: given beside the form, or in the form's own field; null when nobody is named.
   *
   * @throws InvalidFieldsException when it is no name
   */
  static @Nullable String spokeTo(Submission submission, Fields fields) {
    if (submission.spokeTo() == null || submission.spokeTo().isBlank()) {
      return fields.text("spokeTo").or(() -> fields.text("callerName")).orElse(null);
    }
    if (submission.spokeTo().length() > MAX_NAME) {
      throw new InvalidFieldsException("spokeTo", "Spoke to is too long: up to " + MAX_NAME + " characters allowed.");
    }
    if (!FormCheck.isStorable(submission.spokeTo())) {
      throw new InvalidFieldsException("spokeTo", "Spoke to" + FormCheck.UNSTORABLE);
    }
    return submission.spokeTo().strip();
  }
}
