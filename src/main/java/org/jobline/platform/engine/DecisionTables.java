package org.jobline.platform.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks rows up in the decision tables that process owners deploy. A table must decide by its inputs alone, not by the
 * time of day: an answer is remembered until another version of the table is deployed, on any node.
 */
@Component
public class DecisionTables {

  // keeps tables with unbounded inputs from filling the memory
  private static final int REMEMBERED = 10_000;

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final SystemAuthentication system;
  private final TransactionTemplate ownTransaction;
  private final Map<Question, Map<String, Object>> answers = new ConcurrentHashMap<>();
  private final Map<Column, List<String>> lists = new ConcurrentHashMap<>();

  DecisionTables(
      @Lazy DecisionService decisions, @Lazy RepositoryService repository, @Lazy SystemAuthentication system,
      PlatformTransactionManager transactions) {
    this.decisions = decisions;
    this.repository = repository;
    this.system = system;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The outputs of the row that applies, by the names of their columns; a cell left empty is null.
   *
   * @throws IllegalStateException when the table is not deployed, or no row applies
   */
  public Map<String, Object> row(String table, Map<String, Object> inputs) {
    return findRow(table, inputs).orElseThrow(() ->
        new IllegalStateException("No row of the decision table " + table + " applies to " + inputs));
  }

  /**
   * The same of a table that need not have a row for everything.
   *
   * @throws IllegalStateException when the table is not deployed
   */
  public Optional<Map<String, Object>> findRow(String table, Map<String, Object> inputs) {
    return system.call(() -> {
      Question question = new Question(latest(table), inputs);
      Map<String, Object> known = answers.get(question);
      return known == null ? ask(question) : Optional.of(known);
    });
  }

  /**
   * What every row that applies says in one column, first row first, as text.
   *
   * @throws IllegalStateException when the table is not deployed
   */
  public List<String> column(String table, Map<String, Object> inputs, String output) {
    return system.call(() -> {
      Question question = new Question(latest(table), inputs);
      Column column = new Column(question, output);
      List<String> known = lists.get(column);
      return known == null ? askForColumn(column) : known;
    });
  }

  /**
   * What a row says in a column that has to be filled in. Tables are checked when they are deployed; one from before
   * may have an empty cell.
   *
   * @throws IllegalStateException when the cell is empty
   */
  public static Object required(Map<String, Object> row, String column) {
    Object cell = row.get(column);
    if (cell == null) {
      throw new IllegalStateException("The decision table must have a value in column " + column + " of each row");
    }
    return cell;
  }

  private List<String> askForColumn(Column column) {
    List<String> answer = writing(() -> list(column));
    if (lists.size() >= REMEMBERED) {
      lists.clear();
    }
    lists.put(column, answer);
    return answer;
  }

  /** The engine writes down what it decided, also for somebody who only reads. */
  private <T> T writing(Supplier<T> decision) {
    return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
        ? Objects.requireNonNull(ownTransaction.execute(status -> decision.get())) : decision.get();
  }

  private List<String> list(Column column) {
    Question question = column.question();
    return decisions.evaluateDecisionTableById(question.definition(), question.inputs())
        .<Object>collectEntries(column.output()).stream().map(Object::toString).toList();
  }

  private String latest(String table) {
    DecisionDefinition definition =
        repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().singleResult();
    if (definition == null) {
      throw new IllegalStateException("The decision table " + table + " is not deployed");
    }
    return definition.getId();
  }

  private Optional<Map<String, Object>> ask(Question question) {
    Optional<Map<String, Object>> answer = writing(() -> entries(question));
    if (answers.size() >= REMEMBERED) {
      answers.clear();
    }
    answer.ifPresent(row -> answers.put(question, row));
    return answer;
  }

  private Optional<Map<String, Object>> entries(Question question) {
    DmnDecisionRuleResult rule =
        decisions.evaluateDecisionTableById(question.definition(), question.inputs()).getSingleResult();
    return Optional.ofNullable(rule).map(row -> Collections.unmodifiableMap(new HashMap<>(row.getEntryMap())));
  }

  private record Question(String definition, Map<String, Object> inputs) {

    private Question {
      inputs = Map.copyOf(inputs);
    }
  }

  private record Column(Question question, String output) {}
}
