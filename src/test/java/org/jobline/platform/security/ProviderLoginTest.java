package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** What becomes of users while the login provider does not answer. The rest is in {@link OpenIdLoginTest}. */
class ProviderLoginTest {

  private static final ClientRegistrationRepository NOBODY_THERE = client -> {
    throw new IllegalArgumentException("connection refused");
  };

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/camunda/app/tasklist/default/");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void user_is_told_when_the_provider_fails() throws IOException {
    assertThat(new ProviderLogin(NOBODY_THERE, null).isLedElsewhere(request, response)).isTrue();
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentAsString()).contains("login provider isn't answering");
    assertThat(request.getSession(false)).isNull();
  }

  @Test
  void logout_stays_local_when_the_provider_is_unreachable() {
    request.getSession().setAttribute(ProviderLogin.ID_TOKEN, "a.b.c");
    assertThat(new ProviderLogin(NOBODY_THERE, null).logoutElsewhere(request)).isEmpty();
  }

  @Test
  void the_provider_is_told_whose_session_ends_and_where_to_go_then() {
    ClientRegistration client = ClientRegistration.withRegistrationId(ProviderLogin.CLIENT).clientId("jobline")
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("{baseUrl}/back").authorizationUri("https://id.example/in").tokenUri("https://id.example/token")
        .providerConfigurationMetadata(Map.of("end_session_endpoint", "https://id.example/out?x=1"))
        .build();
    request.setServerName("jobline.example");
    request.getSession().setAttribute(ProviderLogin.ID_TOKEN, "a.b+c&d");
    assertThat(new ProviderLogin(id -> client, null).logoutElsewhere(request)).hasValue(
        "https://id.example/out?x=1&id_token_hint=a.b%2Bc%26d&post_logout_redirect_uri=http%3A%2F%2Fjobline.example%2F");
    request.getSession().removeAttribute(ProviderLogin.ID_TOKEN);
    assertThat(new ProviderLogin(id -> client, null).logoutElsewhere(request)).isEmpty();
  }
}
