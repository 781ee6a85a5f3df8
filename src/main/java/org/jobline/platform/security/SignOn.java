package org.jobline.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Whoever comes back from the provider is logged in to the engine's web applications, in a session that nobody knew
 * before, as their own form would have done it.
 */
@Component
@Profile("oidc")
class SignOn implements AuthenticationSuccessHandler {

  private static final String FIRST_PAGE = "/camunda/app/welcome/" + WebappSessionLogin.ENGINE + "/";

  private final ProviderUsers users;
  private final SecurityErrorResponses refusals;

  SignOn(ProviderUsers users, SecurityErrorResponses refusals) {
    this.users = users;
    this.refusals = refusals;
  }

  @Override
  public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws IOException {
    OidcUser person = (OidcUser) login.getPrincipal();
    HttpSession before = request.getSession();
    Object wanted = before.getAttribute(ProviderLogin.WANTED);
    before.invalidate();
    String name;
    try {
      name = users.signOn(person);
    } catch (UnknownUserException e) {
      refusals.notSignedOn(request, response, e);
      return;
    }
    Authentications logins = new Authentications();
    logins.addOrReplace(AuthenticationUtil.createAuthentication(WebappSessionLogin.ENGINE, name));
    HttpSession session = request.getSession(true);
    session.setAttribute(WebappSessionLogin.LOGINS, logins);
    LoginSessions.belongsTo(session, name);
    session.setAttribute(ProviderLogin.ID_TOKEN, person.getIdToken().getTokenValue());
    response.sendRedirect(wanted == null ? request.getContextPath() + FIRST_PAGE : wanted.toString());
  }
}
