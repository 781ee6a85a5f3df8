package org.jobline.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Gives the pieces of our diagrams their meaning, keeps the task query fast and foreign expressions out of it. */
class JoblineEnginePlugin extends AbstractProcessEnginePlugin {

  private final BpmnParseListener pieces;
  private final EngineFailures failures;

  JoblineEnginePlugin(BpmnParseListener pieces, EngineFailures failures) {
    this.pieces = pieces;
    this.failures = failures;
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
    configuration.setCustomPreCommandInterceptorsTxRequired(List.of(failures.interceptor()));
    configuration.setCustomPreCommandInterceptorsTxRequiresNew(List.of(failures.interceptor()));
    configuration.setResourceAuthorizationProvider(new NoAuthorizationPerTask());
    // retries with growing pauses; a diagram may say otherwise per task
    configuration.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT30M");
  }
}
