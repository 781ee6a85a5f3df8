package org.jobline.platform.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Comes before the engine's own deployers, so that they see only files that were found good. */
class CheckedDeployer implements Deployer {

  private final Supplier<DeploymentCheck> check;

  CheckedDeployer(Supplier<DeploymentCheck> check) {
    this.check = check;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    // what was taken once is parsed again whenever it has left the engine's cache
    if (!deployment.isNew()) {
      return;
    }
    Map<String, byte[]> files = new HashMap<>();
    deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
    List<DeploymentCheck.Refusal> refusals = check.get().check(files);
    if (!refusals.isEmpty()) {
      throw new DeploymentRefusedException(refusals);
    }
  }
}
