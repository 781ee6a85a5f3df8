package org.jobline.platform.security;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells in the description of our API how a call shows whom it is from; {@link SecurityConfiguration} asks for it. */
@Component
class LoginsInDescription implements OpenApiCustomizer {

  private static final String WITH_EVERY_CALL = "login";
  private static final String SESSION = "session";
  private static final String TOKEN = "sessionToken";

  private final LoginMethod login;
  private final String cookie;

  LoginsInDescription(LoginMethod login, @Value("${server.servlet.session.cookie.name}") String cookie) {
    this.login = login;
    this.cookie = cookie;
  }

  @Override
  public void customise(OpenAPI api) {
    api.getComponents()
        .addSecuritySchemes(WITH_EVERY_CALL, login.described())
        .addSecuritySchemes(SESSION, new SecurityScheme().type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.COOKIE).name(cookie)
            .description("The session of Tasklist in the same browser."))
        .addSecuritySchemes(TOKEN, new SecurityScheme().type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.HEADER).name(CsrfConstants.CSRF_TOKEN_HEADER_NAME)
            .description("With a session, a call that changes something also needs the session's token."));
    api.getPaths().values().forEach(path -> path.readOperationsMap().forEach(LoginsInDescription::describe));
  }

  private static void describe(PathItem.HttpMethod method, Operation operation) {
    SecurityRequirement session = new SecurityRequirement().addList(SESSION);
    operation.addSecurityItem(new SecurityRequirement().addList(WITH_EVERY_CALL));
    operation.addSecurityItem(method == PathItem.HttpMethod.GET ? session : session.addList(TOKEN));
  }
}
