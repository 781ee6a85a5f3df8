package org.jobline.platform.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;

/**
 * For clients that want unchanged files left out. The engine compares with the last deployment of the same name, and
 * would silently do nothing when another deployment has replaced that file since.
 */
class ChangedFilesOnly extends DefaultDeploymentHandler {

  private final Supplier<FilesInForce> inForce;

  ChangedFilesOnly(ProcessEngine engine, Supplier<FilesInForce> inForce) {
    super(engine);
    this.inForce = inForce;
  }

  @Override
  public boolean shouldDeployResource(Resource file, Resource lastOfThatName) {
    return !inForce.get().isInForce(file.getName(), file.getBytes());
  }
}
