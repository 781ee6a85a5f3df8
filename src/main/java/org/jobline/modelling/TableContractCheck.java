package org.jobline.modelling;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decision tables can be asked what the application asks them, and answer what it can read. */
@Component
class TableContractCheck implements ModelCheck {

  private static final String MARK = "not in force";
  private static final Pattern TEXTS = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBERS = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    Map<String, TableContract> contracts = TableContract.all(files.typeNames()).stream()
        .collect(Collectors.toMap(TableContract::key, Function.identity()));
    Set<String> deployed = new HashSet<>();
    Set<String> asked = asked(files);
    files.named(DefinitionFile.TABLE).forEach(resource -> {
      ProblemsOfFile ofFile = new ProblemsOfFile(resource, problems);
      try {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(files.contents().get(resource)));
        ofFile.requireOfTheFile(
            !model.getModelElementsByType(Decision.class).isEmpty(), null, "The file has no table.");
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
          deployed.add(decision.getId());
          check(decision, contracts, asked, ofFile);
        }
      } catch (ModelException e) {
        // the check of the files tells it
      }
    });
    files.diagrams().forEach((resource, model) -> model.getModelElementsByType(BusinessRuleTask.class).forEach(task ->
        new ProblemsOfFile(resource, problems).require(
            deployed.contains(task.getCamundaDecisionRef()) || files.inForce().hasTable(task.getCamundaDecisionRef()),
            task.getId(), "decisionRef",
            "There is no table \"" + task.getCamundaDecisionRef() + "\", neither in this deployment nor in force.")));
    files.diagrams().forEach((resource, model) -> model.getModelElementsByType(BusinessRuleTask.class).forEach(task ->
        told(task, contracts, new ProblemsOfFile(resource, problems))));
    return problems;
  }

  /** What a diagram asks a table of ours it tells all that the table may go by. */
  private static void told(
      BusinessRuleTask task, Map<String, TableContract> contracts, ProblemsOfFile problems) {
    TableContract contract = contracts.get(String.valueOf(task.getCamundaDecisionRef()));
    if (contract != null) {
      Set<String> missing = new TreeSet<>(contract.inputs().keySet());
      task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
          .filter(input -> task.equals(input.getParentElement().getParentElement().getParentElement()))
          .forEach(input -> missing.remove(String.valueOf(input.getCamundaName())));
      problems.require(missing.isEmpty(), task.getId(), "inputParameter",
          "The table needs the inputs " + String.join(", ", contract.inputs().keySet()) + "; \""
              + String.join(", ", missing) + "\" is missing.");
    }
  }

  private static Set<String> asked(ModelFiles files) {
    return files.sheets().values().stream()
        .flatMap(sheet -> sheet.all(BusinessRuleTask.class).stream())
        .map(BusinessRuleTask::getCamundaDecisionRef)
        .collect(Collectors.toSet());
  }

  private void check(
      Decision decision, Map<String, TableContract> contracts, Set<String> asked, ProblemsOfFile problems) {
    String kept = decision.getCamundaHistoryTimeToLiveString();
    problems.require(kept != null && ProcessCheck.DAYS.matcher(kept).matches(), decision.getId(), "historyTimeToLive",
        "Set how long the table's history is kept, in days, e.g. P180D.");
    Optional<DecisionTable> table = decision.getChildElementsByType(DecisionTable.class).stream().findFirst();
    problems.require(table.isPresent(), decision.getId(), "decision", "The decision has no table.");
    TableContract contract = contracts.get(decision.getId());
    problems.require(contract != null || asked.contains(decision.getId()), decision.getId(), "id",
        "Nothing uses a table \"" + decision.getId() + "\": the application uses "
            + String.join(", ", new TreeSet<>(contracts.keySet())) + ", and no diagram names it.");
    table.ifPresent(found -> {
      checkCells(found, problems);
      if (contract != null) {
        checkContract(found, contract, problems);
      }
    });
  }

  private void checkCells(DecisionTable table, ProblemsOfFile problems) {
    for (Rule rule : table.getRules()) {
      problems.require(rule.getInputEntries().size() == table.getInputs().size()
              && rule.getOutputEntries().size() == table.getOutputs().size(), rule.getId(), "rule",
          "The row must have a cell in every column.");
      List<Input> inputs = List.copyOf(table.getInputs());
      List<InputEntry> conditions = List.copyOf(rule.getInputEntries());
      for (int i = 0; i < Math.min(inputs.size(), conditions.size()); i++) {
        String text = text(conditions.get(i));
        problems.require(text.isEmpty() || isTest(text, inputs.get(i)), rule.getId(), "inputEntry",
            text + " isn't a condition for this column. Write e.g. \"P1\", or \"P1\",\"P2\", or > 100, or nothing.");
      }
      for (OutputEntry cell : rule.getOutputEntries()) {
        problems.require(text(cell).isEmpty() || value(cell) != null, rule.getId(), "outputEntry",
            text(cell) + " isn't a value. Put text in quotation marks, numbers without.");
      }
    }
  }

  private void checkContract(DecisionTable table, TableContract contract, ProblemsOfFile problems) {
    HitPolicy policy = table.getHitPolicy();
    String named = policy == null ? "UNIQUE" : policy.name().replace('_', ' ');
    problems.require(contract.hitPolicies().contains(named) && table.getAggregation() == null, table.getId(),
        "hitPolicy", "The hit policy is " + named + ". Allowed: " + String.join(" or ", contract.hitPolicies())
            + ", without aggregation.");
    List<Input> inputs = List.copyOf(table.getInputs());
    checkInputs(inputs, table, contract, problems);
    List<Output> outputs = List.copyOf(table.getOutputs());
    checkOutputs(outputs, table, contract, problems);
    for (Rule rule : table.getRules()) {
      checkRow(rule, inputs, outputs, contract, problems);
    }
    if (contract.answersAlways()) {
      problems.require(table.getRules().stream().anyMatch(rule ->
              rule.getInputEntries().stream().allMatch(cell -> text(cell).isEmpty())), table.getId(), "rules",
          "Add a row for everything the others don't name: one whose conditions are all empty.");
    }
    contract.reads().ifPresent(reads -> {
      Set<String> answered = table.getRules().stream().flatMap(rule -> named(rule, inputs, reads).stream())
          .collect(Collectors.toSet());
      Set<String> unanswered = new TreeSet<>(reads.values());
      unanswered.removeAll(answered);
      problems.require(unanswered.isEmpty() || answered.contains(""), table.getId(), "rules",
          "Add a row for \"" + String.join("\", \"", unanswered) + "\".");
    });
    if (named.equals("UNIQUE") && table.getRules().stream().allMatch(rule ->
        rule.getInputEntries().size() == table.getInputs().size())) {
      overlaps(table, problems);
    }
  }

  private static void checkInputs(
      List<Input> inputs, DecisionTable table, TableContract contract, ProblemsOfFile problems) {
    Set<String> found = new TreeSet<>();
    for (Input input : inputs) {
      String expression = expression(input);
      String type = contract.inputs().get(expression);
      problems.require(type != null, input.getId(), "inputExpression", "\"" + expression
          + "\" isn't an input of the table. Inputs: " + String.join(", ", contract.inputs().keySet()) + ".");
      problems.require(type == null || type.equals(input.getInputExpression().getTypeRef()), input.getId(), "typeRef",
          "The type of \"" + expression + "\" must be " + type + ".");
      problems.require(found.add(expression), input.getId(), "inputExpression",
          "There are two columns for \"" + expression + "\".");
    }
    problems.require(!inputs.isEmpty(), table.getId(), "inputs", "The table has no conditions.");
  }

  private static void checkOutputs(
      List<Output> outputs, DecisionTable table, TableContract contract, ProblemsOfFile problems) {
    Set<String> missing = new TreeSet<>(contract.columns().keySet());
    for (Output output : outputs) {
      TableContract.Column column = contract.columns().get(output.getName());
      boolean isRead = column != null && column.isInForce();
      boolean isMarked = isMarked(output.getLabel());
      problems.require(isRead || isMarked, output.getId(), "label",
          "Nothing reads the column \"" + output.getName() + "\". Put \"(" + MARK
              + ")\" in its label, or delete it.");
      problems.require(!isRead || !isMarked, output.getId(), "label",
          "The column \"" + output.getName() + "\" is in force; its label can't say otherwise.");
      problems.require(column == null || column.type().equals(output.getTypeRef()), output.getId(), "typeRef",
          "The type of \"" + output.getName() + "\" must be " + (column == null ? "" : column.type()) + ".");
      missing.remove(String.valueOf(output.getName()));
    }
    problems.require(missing.isEmpty(), table.getId(), "outputs",
        "The table must have the columns " + String.join(", ", contract.columns().keySet()) + "; \""
            + String.join(", ", missing) + "\" is missing.");
  }

  private void checkRow(
      Rule rule, List<Input> inputs, List<Output> outputs, TableContract contract, ProblemsOfFile problems) {
    List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
    for (int i = 0; i < Math.min(outputs.size(), cells.size()); i++) {
      String name = outputs.get(i).getName();
      TableContract.Column column = contract.columns().get(name);
      String text = text(cells.get(i));
      if (column != null && !(text.isEmpty() && column.mayBeEmpty())) {
        column.content().objection(text.isEmpty() ? null : value(cells.get(i))).ifPresent(right ->
            problems.require(false, rule.getId(), name, "\"" + name + "\" is " + (text.isEmpty() ? "empty" : text)
                + ". It must be " + right + "."));
      }
    }
    contract.reads().ifPresent(reads -> {
      Set<String> named = named(rule, inputs, reads);
      boolean isRead = named.contains("") || named.stream().anyMatch(reads.values()::contains);
      boolean isMarked = rule.getChildElementsByType(Description.class).stream()
          .anyMatch(description -> isMarked(description.getTextContent()));
      problems.require(isRead || isMarked, rule.getId(), "description",
          "Nothing uses " + named + " yet; used are " + reads.values()
              + ". Put \"" + MARK + "\" in the row's description, or delete the row.");
      problems.require(!isRead || !isMarked, rule.getId(), "description",
          "The row is in force; its description can't say otherwise.");
    });
  }

  /** The values a row names in the input that is asked for; an empty one stands for all of them. */
  private static Set<String> named(Rule rule, List<Input> inputs, TableContract.Reads reads) {
    List<InputEntry> cells = List.copyOf(rule.getInputEntries());
    for (int i = 0; i < Math.min(inputs.size(), cells.size()); i++) {
      if (reads.input().equals(expression(inputs.get(i)))) {
        Set<String> values = TEXTS.matcher(text(cells.get(i))).results().map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
        return values.isEmpty() ? Set.of("") : values;
      }
    }
    return Set.of("");
  }

  /** Rows that apply both where only one may. Tried with all values that the table names, and with others. */
  private void overlaps(DecisionTable table, ProblemsOfFile problems) {
    List<Rule> rules = List.copyOf(table.getRules());
    for (int one = 0; one < rules.size(); one++) {
      for (int other = one + 1; other < rules.size(); other++) {
        problems.require(!overlap(rules.get(one), rules.get(other), table), rules.get(other).getId(), "hitPolicy",
            "It can apply at the same time as row " + rules.get(one).getId()
                + "; with the hit policy UNIQUE only one row can.");
      }
    }
  }

  private boolean isTest(String text, Input input) {
    Object sample = isText(input) ? "something else" : BigDecimal.ONE;
    EvaluationResult result = feel.evaluateUnaryTests(text, sample, Map.of());
    return result.isSuccess() && result.result() instanceof Boolean && !result.hasSuppressedFailures();
  }

  /** What the column asks; empty when it asks nothing. */
  private static String expression(Input input) {
    return input.getInputExpression() == null ? "" : text(input.getInputExpression());
  }

  private static boolean isText(Input input) {
    return input.getInputExpression() != null && "string".equals(input.getInputExpression().getTypeRef());
  }

  private boolean overlap(Rule one, Rule other, DecisionTable table) {
    List<Input> inputs = List.copyOf(table.getInputs());
    for (int i = 0; i < inputs.size(); i++) {
      String mine = text(List.copyOf(one.getInputEntries()).get(i));
      String theirs = text(List.copyOf(other.getInputEntries()).get(i));
      if (candidates(mine + " " + theirs, isText(inputs.get(i)))
          .noneMatch(value -> fits(mine, value) && fits(theirs, value))) {
        return false;
      }
    }
    return true;
  }

  private static Stream<Object> candidates(String cells, boolean isText) {
    return isText
        ? Stream.concat(Stream.of("something else"), TEXTS.matcher(cells).results().map(found -> found.group(1)))
        : Stream.concat(Stream.of(new BigDecimal(0)), NUMBERS.matcher(cells).results().flatMap(found -> Stream.of(
            new BigDecimal(found.group()), new BigDecimal(found.group()).add(BigDecimal.ONE),
            new BigDecimal(found.group()).subtract(BigDecimal.ONE))));
  }

  private boolean fits(String cell, Object value) {
    return cell.isEmpty() || Boolean.TRUE.equals(feel.evaluateUnaryTests(cell, value, Map.of()).result());
  }

  /** Null when it is none: a name that stands for nothing, or something that cannot be read. */
  private @Nullable Object value(OutputEntry cell) {
    EvaluationResult result = feel.evaluateExpression(text(cell), Map.of());
    return result.isSuccess() && !result.hasSuppressedFailures() ? result.result() : null;
  }

  private static String text(DmnElement cell) {
    return cell.getChildElementsByType(Text.class).stream()
        .map(Text::getTextContent).map(String::strip).findFirst().orElse("");
  }

  private static boolean isMarked(String words) {
    return words != null && words.toLowerCase(Locale.ROOT).contains(MARK);
  }
}
