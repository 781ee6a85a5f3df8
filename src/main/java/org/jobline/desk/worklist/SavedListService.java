package org.jobline.desk.worklist;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.action.Agent;
import org.jobline.action.NotPermittedException;
import org.jobline.order.OrderTypes;
import org.jobline.platform.engine.UserListener;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.error.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists agents keep, each for himself or for a group of his. */
@Service
class SavedListService implements UserListener {

  private static final int MAX_NAME = 60;
  private static final int MAX_PER_AGENT = 100;
  private static final Set<String> NOT_KEPT = Set.of("sort", "page", "size", "total", "zone");
  private static final Set<String> KEPT = Stream.of(OrderQuery.class.getRecordComponents())
      .map(RecordComponent::getName)
      .filter(name -> !NOT_KEPT.contains(name))
      .collect(Collectors.toCollection(TreeSet::new));

  private final SavedListRepository lists;
  private final OrderTypes types;
  private final ObjectMapper json;

  SavedListService(SavedListRepository lists, OrderTypes types, ObjectMapper json) {
    this.lists = lists;
    this.types = types;
    this.json = json;
  }

  /** How a query is described; values of other types are read as what they are written like. */
  private interface QueryByName extends Map<String, String> {}

  /** What a list is to be. */
  @Schema(name = "SavedListDraft")
  record Draft(
      @Nullable String name, @Nullable String sharedWith,
      @Nullable
      @Schema(implementation = QueryByName.class, description = "what GET /api/work-orders takes, by name of parameter")
      Map<String, Object> query,
      @Nullable List<String> columns, @Nullable String sort) {}

  @Transactional(readOnly = true)
  List<SavedList> seenBy(Agent agent) {
    return lists.ofOrShared(agent.name()).stream().filter(list -> list.isSeenBy(agent)).toList();
  }

  /** @throws NotFoundException when there is no such list, or not for this agent */
  @Transactional(readOnly = true)
  SavedList get(Agent agent, long id) {
    return lists.find(id).filter(list -> list.isSeenBy(agent))
        .orElseThrow(() -> new NotFoundException("list", Long.toString(id)));
  }

  /** @throws InvalidFieldsException when the draft is no list, or he has one of that name */
  @Transactional
  SavedList create(Agent agent, Draft draft) {
    if (lists.countOf(agent.name()) >= MAX_PER_AGENT) {
      throw new InvalidFieldsException(
          "name", "Not saved: you already have " + MAX_PER_AGENT + " lists. Delete one first.");
    }
    SavedList list = checked(0, agent.name(), draft, agent.groups());
    return named(list, () -> lists.insert(list));
  }

  /**
   * Replaces a list by the draft.
   *
   * @throws NotFoundException when there is no such list, or not for this agent
   * @throws NotPermittedException when he sees it but it is not his to change
   * @throws InvalidFieldsException when the draft is no list, or its owner has another of that name
   */
  @Transactional
  SavedList change(Agent agent, long id, Draft draft) {
    SavedList present = changeable(agent, id);
    Set<String> groups = new TreeSet<>(agent.groups());
    Stream.ofNullable(present.sharedWith()).forEach(groups::add);
    SavedList list = checked(id, present.owner(), draft, groups);
    return named(list, () -> lists.update(list).orElseThrow(() -> new NotFoundException("list", Long.toString(id))));
  }

  /** Throws as {@link #change} does. */
  @Transactional
  void delete(Agent agent, long id) {
    lists.delete(changeable(agent, id).id());
  }

  /** His own lists go; a group keeps what he shared with it, and a manager may change it. */
  @Override
  @Transactional
  public void removed(String user) {
    lists.deleteUnshared(user);
    lists.disown(user);
  }

  private SavedList changeable(Agent agent, long id) {
    SavedList present = get(agent, id);
    if (!present.mayBeChangedBy(agent)) {
      throw new NotPermittedException("\"" + present.name() + "\" belongs to " + present.owner()
          + ". Save it as a new list to change it.");
    }
    return present;
  }

  private static SavedList named(SavedList list, Supplier<SavedList> write) {
    try {
      return write.get();
    } catch (DuplicateKeyException e) {
      throw new InvalidFieldsException("name", list.owner() + " already has a list called \"" + list.name()
          + "\". Choose a different name.");
    }
  }

  /** @param groups it may be shared with */
  private SavedList checked(long id, String owner, Draft draft, Set<String> groups) {
    List<FieldError> errors = new ArrayList<>();
    String name = Rules.oneLine("name", draft.name(), MAX_NAME,
        "Name must have 1 to " + MAX_NAME + " characters on one line.", errors);
    if (draft.sharedWith() != null && !groups.contains(draft.sharedWith())) {
      errors.add(new FieldError("sharedWith", "must be one of your groups: "
          + String.join(", ", new TreeSet<>(groups)) + "."));
    }
    collect(errors, () -> OrderColumn.named(draft.columns()));
    collect(errors, () -> OrderSort.sql(draft.sort()));
    Map<String, String> query = new LinkedHashMap<>();
    collect(errors, () -> query.putAll(query(draft.query() == null ? Map.of() : draft.query())));
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
    List<String> columns = draft.columns() == null ? List.of() : draft.columns();
    return new SavedList(id, owner, name, draft.sharedWith(), query, columns, draft.sort());
  }

  /** Reads it as a query just to see that it is one. */
  private Map<String, String> query(Map<String, Object> given) {
    Map<String, String> query = new LinkedHashMap<>();
    given.forEach((key, value) -> {
      if (!KEPT.contains(key)) {
        throw new InvalidFieldsException("query", "can only have " + String.join(", ", KEPT) + ".");
      }
      if (value != null && !value.toString().isBlank()) {
        query.put(key, value.toString());
      }
    });
    try {
      json.convertValue(query, OrderQuery.class).check(types.names());
    } catch (InvalidFieldsException e) {
      throw new InvalidFieldsException(e.errors().stream()
          .map(error -> new FieldError("query." + error.field(), error.message())).toList());
    } catch (IllegalArgumentException e) {
      String field = e.getCause() instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()
          ? "query." + wrong.getPath().get(0).getFieldName() : "query";
      throw new InvalidFieldsException(field, "has a value that isn't allowed there.");
    }
    return query;
  }

  private static void collect(List<FieldError> errors, Runnable check) {
    try {
      check.run();
    } catch (InvalidFieldsException e) {
      errors.addAll(e.errors());
    }
  }
}
