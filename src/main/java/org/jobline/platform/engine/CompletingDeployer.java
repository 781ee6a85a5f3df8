package org.jobline.platform.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceTypes;

/** Goes before all other deployers, so that they see whole deployments only. */
class CompletingDeployer implements Deployer {

  private final Supplier<FilesInForce> inForce;

  CompletingDeployer(Supplier<FilesInForce> inForce) {
    this.inForce = inForce;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    // an old deployment is read again whenever the engine's cache has forgotten it
    if (deployment.isNew()) {
      Map<String, byte[]> files = new HashMap<>();
      deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
      inForce.get().completing(files).forEach((name, content) -> add(deployment, name, content));
    }
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
