package org.jobline.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jobline.replay.Meter;
import org.jobline.replay.Pace;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * What the engine does when nothing is asked of it: three user tasks one after the other, eight variables, no listener,
 * no service task. Set up as the product's engine is: history in full, removal time at the start, random ids, no
 * metrics.
 */
final class EmptyFlow implements AutoCloseable {

  private static final int VARIABLES = 8;
  private static final int TASKS = 3;
  /** The start is one, too. */
  static final int ACTIONS_PER_INSTANCE = TASKS + 1;

  private final HikariDataSource dataSource = new HikariDataSource();
  private final ProcessEngine engine;
  private final RuntimeService runtime;
  private final TaskService tasks;

  /** @param url of an empty database */
  EmptyFlow(String url) {
    dataSource.setJdbcUrl(url);
    dataSource.setMaximumPoolSize(20);
    // as the product has it
    dataSource.addDataSourceProperty("reWriteBatchedInserts", "true");
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setProcessEngineName("empty-flow");
    configuration.setApplicationContext(new StaticApplicationContext());
    configuration.setDataSource(dataSource);
    configuration.setTransactionManager(new DataSourceTransactionManager(dataSource));
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    engine = configuration.buildProcessEngine();
    runtime = engine.getRuntimeService();
    tasks = engine.getTaskService();
    engine.getRepositoryService().createDeployment().addModelInstance("empty.bpmn", diagram()).deploy();
  }

  private static BpmnModelInstance diagram() {
    return Bpmn.createExecutableProcess("empty").camundaHistoryTimeToLive(180).startEvent()
        .userTask("one").userTask("two").userTask("three").endEvent().done();
  }

  /** Plays instances from their start to their end, as many at once as there are clients. */
  Pace play(int instances, int clients) throws InterruptedException, ExecutionException {
    return Together.play(clients, meter -> {
      for (int i = 0; i < instances / clients; i++) {
        playOne(meter);
      }
    });
  }

  private void playOne(Meter meter) {
    Map<String, Object> variables = new HashMap<>();
    for (int i = 1; i <= VARIABLES; i++) {
      variables.put("variable" + i, "some text of the usual length");
    }
    String instance = meter.timed(() -> runtime.startProcessInstanceByKey("empty", variables)).getId();
    for (int task = 1; task <= TASKS; task++) {
      meter.timed(() -> {
        tasks.complete(tasks.createTaskQuery().processInstanceId(instance).singleResult().getId());
        return null;
      });
    }
  }

  @Override
  public void close() {
    engine.close();
    dataSource.close();
  }
}
