package org.jobline.action;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.order.EventView;
import org.jobline.order.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Agent actions over REST (shared contract, {@code /api/work-orders/{number}/actions}). */
@RestController
// named here, or an answer the client will not take is found out only when the action is done
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agent actions")
class ActionController {

  private static final Logger log = LoggerFactory.getLogger(ActionController.class);

  private final ActionService actions;
  private final UnavailableActionService unavailable;
  private final HeldTaskService heldTasks;
  private final ActionFormService forms;
  private final ActionRehearsal rehearsal;
  private final TypeAhead typeAhead;
  private final CurrentAgent currentAgent;

  ActionController(
      ActionService actions, UnavailableActionService unavailable, HeldTaskService heldTasks, ActionFormService forms,
      ActionRehearsal rehearsal, TypeAhead typeAhead, CurrentAgent currentAgent) {
    this.actions = actions;
    this.unavailable = unavailable;
    this.heldTasks = heldTasks;
    this.forms = forms;
    this.rehearsal = rehearsal;
    this.typeAhead = typeAhead;
    this.currentAgent = currentAgent;
  }

  /** The fields of the form, and beside them who was spoken to from which menu. */
  @Schema(additionalProperties = AdditionalPropertiesValue.TRUE, description = "The fields of the action's form"
      + " (GET …/actions/{key}/form), each under its key, and those below. A field the form doesn't have is"
      + " refused (422 invalid-fields).")
  static final class ActionRequest {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    @Schema(description = "the menu it was chosen from; the action's first one when left out")
    public @Nullable Channel channel;

    @JsonProperty("spokeTo")
    @Schema(type = "string", description = "who you spoke to")
    void spokeTo(Object value) {
      fields.put("spokeTo", value);
    }

    @JsonAnySetter
    void field(String key, Object value) {
      fields.put(key, value);
    }

    Submission submission(boolean formHasSpokeTo) {
      return Submission.of(fields, channel, formHasSpokeTo ? null : fields.remove("spokeTo"));
    }
  }

  /** @param actions what is offered now; left out when it cannot be told, though the action was done */
  record ActionResultView(
      EventView event, String status,
      @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) List<AvailableAction> actions) {}

  record OpenTask(String taskId) {}

  @GetMapping("/work-orders/{number}/actions")
  @Operation(operationId = "getActions", summary = "What this user can do now")
  List<AvailableAction> offered(@PathVariable OrderNumber number) {
    return actions.offered(currentAgent.get(), number);
  }

  @GetMapping("/work-orders/{number}/actions/not-offered")
  @Operation(operationId = "getUnavailableActions",
      summary = "What this user can't do now, why, and in which statuses it is available")
  List<UnavailableAction> notOffered(@PathVariable OrderNumber number) {
    return unavailable.of(currentAgent.get(), number);
  }

  @GetMapping("/work-orders/{number}/actions/{key}/form")
  @Operation(operationId = "getActionForm", summary = "The form as deployed", description = "A form as Camunda's form"
      + " editor writes it: its components are the fields of the action, each with key, type and validation. What"
      + " it shows, and its pick lists, are under data.")
  @ApiResponse(responseCode = "200",
      content = @Content(schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)),
      headers = @Header(name = "ETag", description = "for If-Match of the action", required = true,
          schema = @Schema(type = "string")))
  ResponseEntity<ObjectNode> form(@PathVariable OrderNumber number, @PathVariable ActionKey key) {
    ActionFormService.Shown form = forms.of(currentAgent.get(), number, key);
    return ResponseEntity.ok().eTag(form.mark()).body(form.form());
  }

  @PostMapping("/work-orders/{number}/actions/{key}/summary")
  @Operation(operationId = "summariseAction", summary = "What an action would do, for its agent to confirm",
      description = "Of the actions whose form has a tick that confirms a summary. Nothing is changed; what the action"
          + " itself would refuse is refused. With the ETag as If-Match the action is done only if it does just this.")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true,
      headers = @Header(name = "ETag", description = "for If-Match of the action", required = true,
          schema = @Schema(type = "string")))
  ResponseEntity<Summary> summary(
      @PathVariable OrderNumber number, @PathVariable ActionKey key, @RequestBody ActionRequest body,
      @Parameter(description = "the ETag of the order or of the action's form, exactly as received")
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    ActionRehearsal.Rehearsed rehearsed = rehearsal.of(currentAgent.get(), number, key,
        body.submission(forms.haveField(key, "spokeTo")), ifMatch == null || ifMatch.equals("*") ? null : ifMatch);
    return ResponseEntity.ok().eTag(rehearsed.mark()).body(rehearsed.summary());
  }

  @PostMapping("/work-orders/{number}/actions/{key}")
  @Operation(operationId = "performAction", summary = "Perform: open and complete in one transaction",
      description = "With If-Match, the ETag of the order or of the form, it is refused (412 changed-meanwhile) when it"
      + " would overwrite what another action has changed since; with that of its summary, also (409 changed-meanwhile)"
      + " when it would do something else than was confirmed.")
  ActionResultView perform(
      @PathVariable OrderNumber number, @PathVariable ActionKey key, @RequestBody ActionRequest body,
      @Parameter(description = "the ETag of the order, of the action's form or of its summary, exactly as received")
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
    Agent agent = currentAgent.get();
    Submission submission = body.submission(forms.haveField(key, "spokeTo"));
    ActionResult performed = ifMatch == null || ifMatch.equals("*")
        ? actions.perform(agent, number, key, submission)
        : rehearsal.perform(agent, number, key, submission, ifMatch);
    return new ActionResultView(
        EventView.of(performed.event()), performed.status().toString(), offeredNext(agent, number));
  }

  /** An answer that it failed would have the client do again what was done. */
  private @Nullable List<AvailableAction> offeredNext(Agent agent, OrderNumber number) {
    try {
      return actions.offeredNext(agent, number);
    } catch (RuntimeException e) {
      log.error("The action on {} was done, but the next actions could not be listed", number, e);
      return null;
    }
  }

  @PostMapping("/work-orders/{number}/actions/{key}/open")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "openAction", summary = "Open as a task for this user; opening it twice gives the same task")
  OpenTask open(
      @PathVariable OrderNumber number, @PathVariable ActionKey key,
      @RequestBody(required = false) ActionRequest body) {
    Channel channel = Optional.ofNullable(body).map(given -> given.channel).orElse(null);
    return new OpenTask(actions.open(currentAgent.get(), number, key, channel));
  }

  @DeleteMapping("/work-orders/{number}/actions/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "discardAction",
      summary = "Discard what this user opened. With agent, for managers: release what that user has open")
  void discard(
      @PathVariable OrderNumber number, @PathVariable ActionKey key, @RequestParam(required = false) String agent) {
    Agent user = currentAgent.get();
    if (agent == null || agent.equals(user.name())) {
      actions.discard(user, number, key);
    } else {
      heldTasks.giveBack(user, number, key, agent);
    }
  }

  /** Whose task is to be whose. */
  record Reassignment(@NotBlank String from, @NotBlank String to) {}

  @PostMapping("/work-orders/{number}/actions/{key}/reassign")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "reassignAction", summary = "For managers: pass what one user has open on to another")
  void reassign(
      @PathVariable OrderNumber number, @PathVariable ActionKey key, @Valid @RequestBody Reassignment change) {
    heldTasks.reassign(currentAgent.get(), number, key, change.from(), change.to());
  }

  @GetMapping("/pick-lists/{name}")
  @Operation(operationId = "getPickList", summary = "Entries of a pick list that match a text, for type-ahead")
  List<Choice> pickList(
      @PathVariable String name, @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) OrderNumber order,
      @Parameter(description = "what was chosen in other fields of the form, each as field:value")
      @RequestParam(defaultValue = "") List<String> chosen) {
    return typeAhead.choices(name, Optional.ofNullable(order), byField(chosen), text);
  }

  private static Map<String, String> byField(List<String> chosen) {
    Map<String, String> fields = new LinkedHashMap<>();
    chosen.stream().filter(field -> field.indexOf(':') > 0)
        .forEach(field -> fields.put(field.substring(0, field.indexOf(':')), field.substring(field.indexOf(':') + 1)));
    return fields;
  }
}
