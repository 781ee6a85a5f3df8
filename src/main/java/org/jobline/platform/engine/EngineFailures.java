package org.jobline.platform.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With what the engine failed a call of its API: that keeps the words of it only, and not what it was. */
@Component
public class EngineFailures {

  // one for each engine: tests start several in one process
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Call> calls = new ThreadLocal<>();

  /** Something that calls the engine. */
  @FunctionalInterface
  public interface Calling<E extends Exception> {
    void call() throws E;
  }

  private static final class Call {
    private @Nullable RuntimeException failure;
  }

  /** @return how the engine failed last meanwhile, which need not have been the call's end */
  public <E extends Exception> Optional<RuntimeException> during(Calling<E> calling) throws E {
    Call call = new Call();
    calls.set(call);
    try {
      calling.call();
      return Optional.ofNullable(call.failure);
    } finally {
      calls.remove();
    }
  }

  /** One for each chain of interceptors, outside the transaction: a commit may fail too. */
  CommandInterceptor interceptor() {
    return new CommandInterceptor() {
      @Override
      public <T> T execute(Command<T> command) {
        try {
          return next.execute(command);
        } catch (RuntimeException e) {
          Optional.ofNullable(calls.get()).ifPresent(call -> call.failure = e);
          throw e;
        }
      }
    };
  }
}
