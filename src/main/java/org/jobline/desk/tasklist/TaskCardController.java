package org.jobline.desk.tasklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.Rules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands on Tasklist's cards beside the variables of their processes. */
@RestController
@Tag(name = "Tasklist")
class TaskCardController {

  /** More than a page of Tasklist ever shows. */
  private static final int MAX_TASKS = 200;

  private final TaskCardService cards;

  TaskCardController(TaskCardService cards) {
    this.cards = cards;
  }

  /** @param task ids of tasks; those of no order, and those that have ended since, are left out of the answer */
  @GetMapping("/api/task-cards")
  @Operation(operationId = "getTaskCards", summary = "What these tasks' cards show; tasks with no order are left out")
  List<TaskCard> cards(@RequestParam List<String> task) {
    if (task.size() > MAX_TASKS) {
      throw new InvalidFieldsException("task", "can't be more than " + MAX_TASKS + " tasks.");
    }
    task.forEach(id -> Rules.searchable("task", id));
    return cards.of(task);
  }
}
