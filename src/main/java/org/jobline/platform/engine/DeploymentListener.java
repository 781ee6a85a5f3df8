package org.jobline.platform.engine;

/** Told when a diagram is deployed on this node, so that what was read from older ones is forgotten. */
public interface DeploymentListener {

  void deployed();
}
