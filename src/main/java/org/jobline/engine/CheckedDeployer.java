package org.jobline.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceTypes;

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
    DeploymentCheck.Verdict verdict = check.get().check(files);
    if (!verdict.refusals().isEmpty()) {
      throw new DeploymentRefused(verdict.refusals());
    }
    verdict.additions().forEach((name, content) -> add(deployment, name, content));
  }

  private static void add(DeploymentEntity deployment, String name, byte[] content) {
    ResourceEntity resource = new ResourceEntity();
    resource.setName(name);
    resource.setBytes(content);
    resource.setDeploymentId(deployment.getId());
    resource.setType(ResourceTypes.REPOSITORY.getValue());
    resource.setCreateTime(deployment.getDeploymentTime());
    deployment.addResource(resource);
    Context.getCommandContext().getResourceManager().insertResource(resource);
  }
}
