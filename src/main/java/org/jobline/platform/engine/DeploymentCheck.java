package org.jobline.platform.engine;

import java.util.List;
import java.util.Map;

/** Says of files that are about to be deployed what keeps them from it. Asked about every deployment, by any client. */
public interface DeploymentCheck {

  /**
   * @param files by name
   * @return all that is wrong; nothing is deployed unless it is empty
   */
  List<Refusal> check(Map<String, byte[]> files);

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
