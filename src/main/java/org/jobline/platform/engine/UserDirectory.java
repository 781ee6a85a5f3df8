package org.jobline.platform.engine;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** The engine's own directory of users, which also says when one is removed, by whichever way in. */
class UserDirectory implements SessionFactory {

  private final Supplier<Stream<UserListener>> listeners;

  UserDirectory(Supplier<Stream<UserListener>> listeners) {
    this.listeners = listeners;
  }

  @Override
  public Class<?> getSessionType() {
    return DbIdentityServiceProvider.class;
  }

  @Override
  public Session openSession() {
    return new DbIdentityServiceProvider() {
      @Override
      public IdentityOperationResult deleteUser(String user) {
        IdentityOperationResult result = super.deleteUser(user);
        if (IdentityOperationResult.OPERATION_DELETE.equals(result.getOperation())) {
          listeners.get().forEach(listener -> listener.removed(user));
        }
        return result;
      }
    };
  }
}
