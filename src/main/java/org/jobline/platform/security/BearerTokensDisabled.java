package org.jobline.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** What a user allows Jobline to do at the provider is forgotten at once. */
class BearerTokensDisabled implements OAuth2AuthorizedClientRepository {

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
      String client, Authentication user, HttpServletRequest request) {
    return null;
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient client, Authentication user, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public void removeAuthorizedClient(
      String client, Authentication user, HttpServletRequest request, HttpServletResponse response) {}
}
