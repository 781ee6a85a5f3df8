package org.jobline.platform.engine;

import java.util.Map;

/**
 * Knows which version of every diagram, table and form is in force. Asked by the engine within the transaction of every
 * deployment, whoever makes it.
 */
public interface FilesInForce {

  /**
   * What must be deployed along, so that each diagram has its forms and each changed form reaches all its diagrams.
   *
   * @param files what a client deploys, by name
   */
  Map<String, byte[]> completing(Map<String, byte[]> files);

  /** Whether a file to be deployed would change nothing. */
  boolean isInForce(String name, byte[] content);

  /** The files of the deployment are in force from now on. */
  void register(NewDeployment deployment);
}
