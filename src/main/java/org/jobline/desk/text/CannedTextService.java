package org.jobline.desk.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jobline.action.ActionKey;
import org.jobline.action.Agent;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.error.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts of groups. Every member may use, change and delete them. */
@Service
class CannedTextService {

  private static final int MAX_NAME = 60;
  private static final int MAX_TEXT = 4000;
  private static final int MAX_PER_GROUP = 500;

  private final CannedTextRepository texts;

  CannedTextService(CannedTextRepository texts) {
    this.texts = texts;
  }

  /**
   * What a text is to be.
   *
   * @param action null: for every action
   */
  record Draft(@Nullable String group, @Nullable String action, @Nullable String name, @Nullable String text) {}

  /** None for what is no key of an action. */
  @Transactional(readOnly = true)
  List<CannedText> of(Agent agent, String action) {
    return isKey(action) ? texts.of(agent.groups(), action) : List.of();
  }

  /** @throws InvalidFieldsException when the draft is no text, or the group has one of that name */
  @Transactional
  CannedText create(Agent agent, Draft draft) {
    CannedText text = checked(agent, 0, draft);
    if (texts.countOf(text.group()) >= MAX_PER_GROUP) {
      throw new InvalidFieldsException("name", "Not saved: " + text.group() + " already has " + MAX_PER_GROUP
          + " texts. Delete one first.");
    }
    return named(text, () -> texts.insert(text));
  }

  /**
   * Replaces a text by the draft.
   *
   * @throws NotFoundException when there is none, or none of the agent's groups has it
   * @throws InvalidFieldsException as {@link #create} does
   */
  @Transactional
  CannedText change(Agent agent, long id, Draft draft) {
    visible(agent, id);
    CannedText text = checked(agent, id, draft);
    return named(text, () -> texts.update(text).orElseThrow(() -> gone(id)));
  }

  /** Throws as {@link #change} does. */
  @Transactional
  void delete(Agent agent, long id) {
    texts.delete(visible(agent, id).id());
  }

  private CannedText visible(Agent agent, long id) {
    return texts.find(id).filter(text -> agent.groups().contains(text.group())).orElseThrow(() -> gone(id));
  }

  private static NotFoundException gone(long id) {
    return new NotFoundException("text", Long.toString(id));
  }

  private static CannedText named(CannedText text, Supplier<CannedText> write) {
    try {
      return write.get();
    } catch (DuplicateKeyException e) {
      throw new InvalidFieldsException("name", text.group() + " already has a text called \"" + text.name()
          + "\". Choose a different name.");
    }
  }

  private static CannedText checked(Agent agent, long id, Draft draft) {
    List<FieldError> errors = new ArrayList<>();
    String group = draft.group();
    if (group == null || !agent.groups().contains(group)) {
      errors.add(new FieldError("group",
          "must be one of your groups: " + String.join(", ", new TreeSet<>(agent.groups())) + "."));
    }
    String action = draft.action() == null || draft.action().isBlank() ? null : draft.action().strip();
    if (action != null && !isKey(action)) {
      errors.add(new FieldError("action", "must be the key of an action, e.g. accept-job."));
    }
    String name = Rules.oneLine("name", draft.name(), MAX_NAME,
        "Name must have 1 to " + MAX_NAME + " characters on one line.", errors);
    String text = draft.text() == null ? "" : draft.text().strip();
    if (text.isEmpty() || text.length() > MAX_TEXT || text.indexOf('\0') >= 0) {
      errors.add(new FieldError("text", "Text must have 1 to " + MAX_TEXT + " characters."));
    }
    if (group == null || !errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
    return new CannedText(id, group, action, name, text, agent.name());
  }

  private static boolean isKey(String action) {
    try {
      return !new ActionKey(action).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
