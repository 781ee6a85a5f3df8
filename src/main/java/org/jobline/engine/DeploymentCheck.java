package org.jobline.engine;

import java.util.List;
import java.util.Map;

/** Says of files that are about to be deployed what keeps them from it. Asked about every deployment, by any client. */
public interface DeploymentCheck {

  /** @param files by name, as the client sent them */
  Verdict check(Map<String, byte[]> files);

  /**
   * What becomes of a deployment: it is taken when nothing is refused.
   *
   * @param additions files by name that belong to it too, so that it is whole
   */
  record Verdict(List<Refusal> refusals, Map<String, byte[]> additions) {

    public Verdict {
      refusals = List.copyOf(refusals);
      additions = Map.copyOf(additions);
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param resource name of the file
   * @param elementIds what to mark in it, the main element first; empty when the file as a whole is meant
   */
  record Refusal(String resource, List<String> elementIds, String message) {

    public Refusal {
      elementIds = List.copyOf(elementIds);
    }
  }
}
