package org.jobline.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.platform.time.ActionClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes a stock engine ours. The only package that may use the engine's internals (held by a test). */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  ActionClock clock() {
    return new ActionClock(() -> ClockUtil.getCurrentTime().toInstant());
  }

  @Bean
  JoblineEnginePlugin joblineEnginePlugin(
      @Qualifier("agentAction") ObjectProvider<TaskListener> agentAction,
      @Qualifier("statusMilestone") ObjectProvider<ExecutionListener> statusMilestone,
      @Qualifier("outcomeMessages") ObjectProvider<ExecutionListener> outcomeMessages,
      List<DeploymentListener> deploymentListeners, ObjectProvider<UserListener> userListeners,
      ObjectProvider<FilesInForce> inForce, ObjectProvider<DeploymentCheck> check,
      ObjectProvider<NamedBeans> namedBeans, ObjectProvider<ChangingVariables> changing,
      ObjectProvider<EntryNotTold> entryNotTold,
      ObjectProvider<BeforeCompletion> completion, EngineFailures failures) {
    return new JoblineEnginePlugin(
        new BpmnElementListener(
            task -> agentAction.getObject().notify(task),
            execution -> statusMilestone.getObject().notify(execution),
            execution -> outcomeMessages.getObject().notify(execution),
            changing::getObject,
            entryNotTold::getObject,
            deploymentListeners),
        new UserDirectory(userListeners::orderedStream),
        inForce::getObject,
        new CheckedDeployer(check::getObject),
        new NarrowExpressions(namedBeans::getObject),
        new JoblineEnginePlugin.TaskServices(
            new TasksOneByOne(completion::getObject),
            new FormsOfTasks(changing::getObject, completion::getObject)),
        failures);
  }
}
