package org.jobline.platform.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Has several calls of the engine share what it has read: otherwise each reads the process for itself, and writes it at
 * its own end. What is written is there for queries only after the last of the calls.
 */
@Component
public class OneCommand {

  private final ProcessEngine engine;

  OneCommand(@Lazy ProcessEngine engine) {
    this.engine = engine;
  }

  /** Throws what the calls throw. */
  public <T> T call(Supplier<T> calls) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
        .execute(context -> calls.get());
  }
}
