package org.jobline.platform.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** Comes after the engine's own deployers: what they took has its version. */
class RegisteringDeployer implements Deployer {

  private final Supplier<FilesInForce> inForce;

  RegisteringDeployer(Supplier<FilesInForce> inForce) {
    this.inForce = inForce;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (deployment.isNew()) {
      List<ResourceDefinition> definitions = definitions(deployment);
      List<NewDeployment.File> files = deployment.getResources().values().stream()
          .filter(resource -> !resource.isGenerated())
          .map(resource -> file(resource, definitions))
          .toList();
      inForce.get().register(new NewDeployment(
          deployment.getId(), deployment.getDeploymentTime().toInstant(),
          Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId()), files));
    }
  }

  private static List<ResourceDefinition> definitions(DeploymentEntity deployment) {
    if (deployment.getDeployedArtifacts() == null) {
      return List.of();
    }
    Collection<?> ofAllKinds = deployment.getDeployedArtifacts().values();
    return ofAllKinds.stream()
        .flatMap(ofOneKind -> ((Collection<?>) ofOneKind).stream())
        .filter(ResourceDefinition.class::isInstance)
        .map(ResourceDefinition.class::cast)
        .toList();
  }

  private static NewDeployment.File file(ResourceEntity resource, List<ResourceDefinition> definitions) {
    Map<String, Integer> versions = definitions.stream()
        .filter(definition -> resource.getName().equals(definition.getResourceName()))
        // the decisions of one file and what they require share their keys
        .collect(Collectors.toMap(ResourceDefinition::getKey, ResourceDefinition::getVersion, Math::max));
    return new NewDeployment.File(resource.getName(), resource.getBytes(), versions);
  }
}
