package org.jobline.platform.engine;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/** As {@link NoAuthorizationPerTask} writes none for a task, none is looked for when a task ends. */
class AuthorizationsButOfTasks extends AuthorizationManager {

  static SessionFactory factory() {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return AuthorizationManager.class;
      }

      @Override
      public Session openSession() {
        return new AuthorizationsButOfTasks();
      }
    };
  }

  @Override
  public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
    if (resource != Resources.TASK && resource != Resources.HISTORIC_TASK) {
      super.deleteAuthorizationsByResourceId(resource, resourceId);
    }
  }
}
