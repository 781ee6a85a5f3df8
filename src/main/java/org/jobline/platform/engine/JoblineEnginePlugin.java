package org.jobline.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;

/**
 * Gives the pieces of our diagrams their meaning, takes only deployments that are whole and were checked, keeps
 * queries fast, and lets expressions reach little.
 */
class JoblineEnginePlugin extends AbstractProcessEnginePlugin {

  private final BpmnParseListener pieces;
  private final UserDirectory users;
  private final Supplier<FilesInForce> inForce;
  private final Deployer checks;
  private final ExpressionManager expressions;
  private final TaskServices services;
  private final EngineFailures failures;

  JoblineEnginePlugin(
      BpmnParseListener pieces, UserDirectory users, Supplier<FilesInForce> inForce, Deployer checks,
      ExpressionManager expressions, TaskServices services, EngineFailures failures) {
    this.pieces = pieces;
    this.users = users;
    this.inForce = inForce;
    this.checks = checks;
    this.expressions = expressions;
    this.services = services;
    this.failures = failures;
  }

  /** The services by which tasks are completed. */
  record TaskServices(TaskService tasks, FormService forms) {}

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ReadMethodsOnce.use();
    SchemasOnce.use();
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
    sessions.add(AuthorizationsButOfTasks.factory());
    configuration.setIdentityProviderSessionFactory(users);
    // completed before it is checked
    configuration.setCustomPreDeployers(new ArrayList<>(List.of(new CompletingDeployer(inForce), checks)));
    configuration.setCustomPostDeployers(new ArrayList<>(List.of(new RegisteringDeployer(inForce))));
    configuration.setDeploymentHandlerFactory(engine -> new ChangedFilesOnly(engine, inForce));
    configuration.setExpressionManager(expressions);
    configuration.setTaskService(services.tasks());
    configuration.setFormService(services.forms());
    configuration.setScriptEngineResolver(new NoScripts());
    configuration.setArtifactFactory(JoblineEnginePlugin::refuseClass);
    configuration.setCustomPreCommandInterceptorsTxRequired(List.of(failures.interceptor()));
    configuration.setCustomPreCommandInterceptorsTxRequiresNew(List.of(failures.interceptor()));
    configuration.setResourceAuthorizationProvider(new NoAuthorizationPerTask());
    // retries with growing pauses; a diagram may say otherwise per task
    configuration.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT30M");
  }

  /** Diagrams name beans, not classes; those deployed before they were checked cannot either. */
  private static <T> T refuseClass(Class<T> type) {
    throw new IllegalStateException("Diagrams name no classes: " + type.getName());
  }
}
