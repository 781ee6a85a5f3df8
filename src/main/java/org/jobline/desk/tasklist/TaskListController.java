package org.jobline.desk.tasklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jobline.action.CurrentAgent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands beside the lists of Tasklist. */
@RestController
@Tag(name = "Tasklist")
class TaskListController {

  private final TaskListCounts counts;
  private final CurrentAgent currentAgent;

  TaskListController(TaskListCounts counts, CurrentAgent currentAgent) {
    this.counts = counts;
    this.currentAgent = currentAgent;
  }

  @GetMapping("/api/task-lists")
  @Operation(operationId = "getTaskLists", summary = "How many jobs each of this user's lists has, some seconds ago at most")
  List<TaskListCount> counts() {
    return counts.of(currentAgent.get());
  }
}
