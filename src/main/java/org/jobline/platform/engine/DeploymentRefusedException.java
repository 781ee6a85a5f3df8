package org.jobline.platform.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.jspecify.annotations.Nullable;

/**
 * Files that are not deployed, with all that is wrong with them. To clients of the engine's API it looks as the
 * engine's own refusals do: 400 with the problems of each file, which the Modeler marks at the elements.
 */
public class DeploymentRefusedException extends ParseException {

  DeploymentRefusedException(List<DeploymentCheck.Refusal> refusals) {
    super(words(refusals), refusals.get(0).resource(), List.of(), List.of());
    Map<String, List<Problem>> byFile = new LinkedHashMap<>();
    refusals.forEach(refusal ->
        byFile.computeIfAbsent(refusal.resource(), file -> new ArrayList<>()).add(new Refused(refusal)));
    resorceReports.clear();
    byFile.forEach((file, problems) -> resorceReports.add(new ResourceReportImpl(file, problems, List.of())));
  }

  private static String words(List<DeploymentCheck.Refusal> refusals) {
    StringBuilder words = new StringBuilder("Nothing was deployed:");
    refusals.forEach(refusal -> words.append("\n* ").append(refusal.resource()).append(": ").append(refusal.message()));
    return words.toString();
  }

  private record Refused(DeploymentCheck.Refusal refusal) implements Problem {

    @Override
    public String getMessage() {
      return refusal.message();
    }

    @Override
    public int getLine() {
      return 0;
    }

    @Override
    public int getColumn() {
      return 0;
    }

    @Override
    public @Nullable String getMainElementId() {
      return refusal.elementIds().isEmpty() ? null : refusal.elementIds().get(0);
    }

    @Override
    public List<String> getElementIds() {
      return refusal.elementIds();
    }
  }
}
