package org.jobline.modelling;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.jobline.platform.engine.DeploymentCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The rules that files must keep to be deployed, all of them, whoever deploys. */
@Component
class ModelRules implements DeploymentCheck {

  private static final Logger log = LoggerFactory.getLogger(ModelRules.class);

  private final List<ModelCheck> checks;
  private final DeployedInForce inForce;

  ModelRules(List<ModelCheck> checks, DeployedInForce inForce) {
    this.checks = checks;
    this.inForce = inForce;
  }

  @Override
  public List<Refusal> check(Map<String, byte[]> contents) {
    return problems(files(contents, inForce.now())).stream().map(ModelRules::refusal).toList();
  }

  /** All that is wrong with files that would join what is in force. */
  List<Problem> problems(ModelFiles files) {
    return checks.stream().flatMap(check -> problems(check, files)).toList();
  }

  /** What no check has reckoned with is refused too, rather than left to run. */
  private static Stream<Problem> problems(ModelCheck check, ModelFiles files) {
    try {
      return check.check(files).stream();
    } catch (RuntimeException e) {
      log.error("A deployment could not be checked", e);
      return Stream.of(Problem.of(String.join(", ", files.contents().keySet()),
          "This cannot be checked (" + check.getClass().getSimpleName() + "): " + e.getMessage() + "."));
    }
  }

  static ModelFiles files(Map<String, byte[]> contents, InForce inForce) {
    Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
    ModelFiles files = new ModelFiles(new TreeMap<>(contents), diagrams, inForce);
    // only those without a document type, which the reader of models would follow
    files.named(DefinitionFile.DIAGRAM).forEach(resource -> {
      try {
        diagrams.put(resource, Bpmn.readModelFromStream(new ByteArrayInputStream(contents.get(resource))));
      } catch (ModelException e) {
        // the check of the files tells it
      }
    });
    return files;
  }

  private static Refusal refusal(Problem problem) {
    List<String> where = new ArrayList<>();
    if (!problem.elementIds().isEmpty()) {
      where.add(problem.elementIds().get(0));
    }
    if (problem.property() != null) {
      where.add(problem.property());
    }
    return new Refusal(problem.resource(), problem.elementIds(),
        where.isEmpty() ? problem.message() : String.join(", ", where) + ": " + problem.message());
  }
}
