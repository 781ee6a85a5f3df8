package org.jobline.modelling;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.platform.engine.DeploymentCheck;

/** Slips in our own files, by chance, and what the rules say of each. */
public final class Mutations {

  /** Words, ids, colours and what the templates write: only readers go by them. */
  private static final Pattern FOR_READERS = Pattern.compile("modelerTemplate|documentation|description|textAnnotation"
      + "|bpmn:text |association|executionPlatform|schema|exporter|bioc:|color:|^renamed "
      + "|^(deleted )?(id|name|label|dateLabel|timeLabel)\\b|^(deleted )?text(:| \\()"
      + "|component of (notes|spokeTo|order)$");
  /** Names that orders go by. */
  private static final Pattern FOR_ORDERS = Pattern.compile("linkEventDefinition|ThrowEvent status_");

  private final OurFiles ours = OurFiles.all();
  private final InForce inForce = ours.asInForce();
  private final ModelRules rules;
  private final List<String> diagramsAndTables;
  private final List<String> forms;

  public Mutations(DeploymentCheck rules) {
    this.rules = (ModelRules) rules;
    Map<Boolean, List<String>> files = ours.contents().keySet().stream()
        .filter(file -> !file.endsWith(".json"))
        .collect(Collectors.partitioningBy(file -> file.endsWith(".form")));
    this.diagramsAndTables = files.get(false);
    this.forms = files.get(true);
  }

  /**
   * One slip in one file.
   *
   * @param problems what the rules say when the file is deployed beside ours; none when it is taken
   */
  public record Mutant(String file, String what, byte[] original, byte[] content, List<Problem> problems) {

    /** Whether it could change what happens to an order. */
    public boolean isForOrders() {
      return FOR_ORDERS.matcher(what).find() || !FOR_READERS.matcher(what).find();
    }

    /** Whether each problem says where it is: an element by its id, or in words, or what of a form is missing. */
    public boolean isNamed() {
      return problems.stream().allMatch(problem -> problem.resource().equals(file)
          && !problem.message().isBlank() && !problem.message().contains("cannot be checked")
          && (!problem.elementIds().isEmpty() || problem.property() != null || problem.message().contains(" (")
              || what.startsWith("deleted bpmn:process") || what.startsWith("deleted decision ")));
    }

    @Override
    public String toString() {
      return file + ": " + what;
    }
  }

  /** @return one that differs from the original */
  public Mutant next(Random random) throws Exception {
    while (true) {
      List<String> files = random.nextInt(4) == 0 ? forms : diagramsAndTables;
      String file = files.get(random.nextInt(files.size()));
      byte[] original = ours.contents().get(file);
      Mutation mutation = Mutation.of(file, original, random);
      if (!Arrays.equals(mutation.content(), original)) {
        List<Problem> problems = rules.problems(ModelRules.files(Map.of(file, mutation.content()), inForce));
        return new Mutant(file, mutation.what(), original, mutation.content(), problems);
      }
    }
  }

  /** The actions that a file draws or is the form of; every other action is another sheet's. */
  public Set<String> actionsOf(String file) {
    if (file.endsWith(".form")) {
      return Set.of(file.replaceAll(".*/|[.]form", ""));
    }
    return inForce.sheets().values().stream().filter(sheet -> sheet.resource().equals(file))
        .flatMap(sheet -> Stream.concat(
            sheet.all(UserTask.class).stream().map(UserTask::getCamundaFormRef),
            sheet.all(StartEvent.class).stream().map(StartEvent::getCamundaFormRef)))
        .filter(form -> form != null)
        .collect(Collectors.toSet());
  }
}
