package org.jobline.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The way to an OpenID provider and back. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("oidc")
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ProviderConfiguration {

  /**
   * What the provider calls things.
   *
   * @param user the claim with a user's name here
   * @param groups the claim with the groups he is in
   */
  @ConfigurationProperties("jobline.oidc.claims")
  record Claims(@DefaultValue("preferred_username") String user, @DefaultValue("groups") String groups) {}

  /** The provider is asked for its addresses when the first user comes: Jobline starts without it. */
  @Bean
  ClientRegistrationRepository provider(OAuth2ClientProperties properties) {
    return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
        new OAuth2ClientPropertiesMapper(properties).asClientRegistrations().values().stream()
            .map(ProviderConfiguration::withProofKey).toList()));
  }

  /** A code that is overheard on its way back is of no use to anybody else. */
  private static ClientRegistration withProofKey(ClientRegistration client) {
    return ClientRegistration.withClientRegistration(client)
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  @Bean
  @Order(0)
  SecurityFilterChain wayToTheProviderAndBack(HttpSecurity http, SignOn signOn, SecurityErrorResponses refusals,
      OAuth2AuthorizedClientRepository forgotten) throws Exception {
    return SecurityConfiguration.bare(http.securityMatcher(new OrRequestMatcher(
            withDefaults().matcher("/oauth2/authorization/" + ProviderLogin.CLIENT),
            withDefaults().matcher("/login/oauth2/code/" + ProviderLogin.CLIENT))))
        .oauth2Login(login -> login
            .authorizedClientRepository(forgotten)
            .successHandler(signOn)
            .failureHandler(refusals::notSignedOn))
        .authorizeHttpRequests(rules -> SecurityConfiguration.errorPages(rules).anyRequest().denyAll())
        .build();
  }

  /** Nothing is asked of the provider in a user's name, so its tokens are not kept. */
  @Bean
  OAuth2AuthorizedClientRepository noTokens() {
    return new BearerTokensDisabled();
  }
}
