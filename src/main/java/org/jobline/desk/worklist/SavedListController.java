package org.jobline.desk.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jobline.action.Agent;
import org.jobline.action.CurrentAgent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved lists of orders. */
@RestController
// named here, or an answer the client will not take is found out only when the list is saved
@RequestMapping(path = "/api/lists", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Saved lists")
class SavedListController {

  private final SavedListService lists;
  private final CurrentAgent currentAgent;

  SavedListController(SavedListService lists, CurrentAgent currentAgent) {
    this.lists = lists;
    this.currentAgent = currentAgent;
  }

  /** @param mayChange whether this user may */
  record SavedListView(
      long id, String name, String owner, @Nullable String sharedWith, Map<String, String> query, List<String> columns,
      @Nullable String sort, boolean mayChange) {

    static SavedListView of(SavedList list, Agent agent) {
      return new SavedListView(list.id(), list.name(), list.owner(), list.sharedWith(), list.query(), list.columns(),
          list.sort(), list.mayBeChangedBy(agent));
    }
  }

  /** @param groups with whom he may share a list */
  record SavedListsView(List<SavedListView> items, String user, List<String> groups) {}

  @GetMapping
  @Operation(operationId = "getLists", summary = "This user's lists and those shared with their groups")
  SavedListsView all() {
    Agent agent = currentAgent.get();
    return new SavedListsView(lists.seenBy(agent).stream().map(list -> SavedListView.of(list, agent)).toList(),
        agent.name(), agent.groups().stream().sorted().toList());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getList", summary = "One list")
  SavedListView one(@PathVariable long id) {
    Agent agent = currentAgent.get();
    return SavedListView.of(lists.get(agent, id), agent);
  }

  @PostMapping
  @Operation(operationId = "createList", summary = "Save a new list")
  // for the description only: the answer's own status is 201
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<SavedListView> create(@RequestBody SavedListService.Draft draft) {
    Agent agent = currentAgent.get();
    SavedList saved = lists.create(agent, draft);
    return ResponseEntity.created(URI.create("/api/lists/" + saved.id())).body(SavedListView.of(saved, agent));
  }

  @PutMapping("/{id}")
  @Operation(operationId = "changeList", summary = "Replace a list; for its owner, a manager or an administrator")
  SavedListView change(@PathVariable long id, @RequestBody SavedListService.Draft draft) {
    Agent agent = currentAgent.get();
    return SavedListView.of(lists.change(agent, id, draft), agent);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteList", summary = "Delete a list; for its owner, a manager or an administrator")
  void delete(@PathVariable long id) {
    lists.delete(currentAgent.get(), id);
  }
}
