package org.jobline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Gives the pieces of our diagrams their meaning, keeps deployments whole, the task query fast and foreign expressions
 * out of it.
 */
class JoblineEnginePlugin extends AbstractProcessEnginePlugin {

  private final BpmnParseListener pieces;
  private final UserDirectory users;
  private final Supplier<FilesInForce> inForce;

  JoblineEnginePlugin(BpmnParseListener pieces, UserDirectory users, Supplier<FilesInForce> inForce) {
    this.pieces = pieces;
    this.users = users;
    this.inForce = inForce;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
    if (listeners == null) {
      listeners = new ArrayList<>();
      configuration.setCustomPostBPMNParseListeners(listeners);
    }
    listeners.add(pieces);
    List<SessionFactory> sessions = configuration.getCustomSessionFactories();
    if (sessions == null) {
      sessions = new ArrayList<>();
      configuration.setCustomSessionFactories(sessions);
    }
    sessions.add(SavedLists.factory());
    configuration.setIdentityProviderSessionFactory(users);
    configuration.setCustomPreDeployers(new ArrayList<>(List.of(new CompletingDeployer(inForce))));
    configuration.setCustomPostDeployers(new ArrayList<>(List.of(new RegisteringDeployer(inForce))));
    configuration.setDeploymentHandlerFactory(engine -> new ChangedFilesOnly(engine, inForce));
    configuration.setResourceAuthorizationProvider(new NoAuthorizationPerTask());
    // retries with growing pauses; a diagram may say otherwise per task
    configuration.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT30M");
  }
}
