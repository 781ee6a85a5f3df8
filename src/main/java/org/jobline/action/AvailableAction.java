package org.jobline.action;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action an agent may do on an order now.
 *
 * @param prompt whether it is a task the order waits with
 * @param taskId the open task: a prompt's, or the one this agent opened on demand; null when none is open
 */
@Schema(name = "Offer")
public record AvailableAction(String key, String label, List<Channel> menus, boolean prompt, @Nullable String form,
    @Nullable String taskId) {

  static AvailableAction of(ActionDefinition action, @Nullable String taskId) {
    return new AvailableAction(
        action.key().value(), action.label(), action.menus(), action.isPrompt(), action.formResource(), taskId);
  }
}
