package org.jobline.platform.security;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** The sessions of browsers in which somebody is logged in. */
@Component
class LoginSessions {

  // a node without web applications has no sessions
  private final ObjectProvider<FindByIndexNameSessionRepository<?>> sessions;

  LoginSessions(ObjectProvider<FindByIndexNameSessionRepository<?>> sessions) {
    this.sessions = sessions;
  }

  /** Lets the session be found by its user. */
  static void belongsTo(HttpSession session, String user) {
    session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, user);
  }

  void endAllOf(String user) {
    endAllOf(user, null);
  }

  /** @param except the id of the session that goes on, null for none */
  void endAllOf(String user, @Nullable String except) {
    sessions.ifAvailable(repository -> repository.findByPrincipalName(user).keySet().stream()
        .filter(id -> !id.equals(except))
        .forEach(repository::deleteById));
  }
}
