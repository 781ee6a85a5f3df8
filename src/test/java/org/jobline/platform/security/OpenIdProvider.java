package org.jobline.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** An OpenID provider on a port of its own, with its own login page. Passwords are "secret". */
class OpenIdProvider implements AutoCloseable {

  static final String SECRET = "secret-of-jobline";

  /** What the provider knows of its users and machines. */
  private static final Map<String, List<String>> GROUPS = Map.of(
      "mike", List.of("/helpdesk", "cyclists"),
      "adele", List.of("admin"),
      "sly", List.of("camunda-admin"),
      "nora", List.of("cyclists"),
      "jobline", List.of("helpdesk"),
      "idle", List.of(),
      "elsewhere", List.of("admin"));

  private final ConfigurableApplicationContext context;

  OpenIdProvider() {
    context = new SpringApplicationBuilder(Provider.class)
        .run("--server.port=0", "--spring.config.name=none", "--spring.main.banner-mode=off");
  }

  /** On another host than the application, as far as a browser can tell. */
  String issuer() {
    return "http://127.0.0.1:" + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  /** Knows the application from now on. */
  void letIn(int port) {
    context.getBean(Clients.class).application = "http://localhost:" + port;
  }

  /** Changes the groups of somebody who may be logged in at the application. */
  void moves(String user, List<String> groups) {
    context.getBean(Clients.class).moved.put(user, groups);
  }

  @Override
  public void close() {
    context.close();
  }

  /** Knows its clients as soon as they have an address. */
  static class Clients implements RegisteredClientRepository {

    private final Map<String, List<String>> moved = new ConcurrentHashMap<>(GROUPS);
    private volatile String application = "http://localhost";

    /** Told when it thinks a secret could be kept better. */
    @Override
    public void save(RegisteredClient client) {}

    @Override
    public RegisteredClient findById(String id) {
      return findByClientId(id);
    }

    @Override
    public RegisteredClient findByClientId(String id) {
      return RegisteredClient.withId(id).clientId(id).clientSecret("{noop}" + SECRET)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .redirectUri(application + "/login/oauth2/code/jobline")
          .postLogoutRedirectUri(application + "/")
          .scope("openid").scope("profile").scope("email")
          .clientSettings(ClientSettings.builder().requireProofKey(true).build())
          .build();
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class})
  static class Provider {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
      OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
      return http.securityMatcher(server.getEndpointsMatcher())
          .with(server, protocol -> protocol.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
          .exceptionHandling(handling -> handling
              .authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain loginPage(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    UserDetailsService users() {
      return new InMemoryUserDetailsManager(GROUPS.keySet().stream()
          .map(name -> User.withUsername(name).password("{noop}secret").build()).toList());
    }

    @Bean
    Clients clients() {
      return new Clients();
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whatIsKnown(Clients clients) {
      return token -> token.getClaims()
          .claim("preferred_username", token.getPrincipal().getName())
          .claim("given_name", "Given")
          .claim("family_name", "Name of " + token.getPrincipal().getName())
          .claim("email", token.getPrincipal().getName() + "@example.org")
          .claim("groups", clients.moved.get(token.getPrincipal().getName()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
          .privateKey((RSAPrivateKey) pair.getPrivate()).keyID(UUID.randomUUID().toString()).build()));
    }
  }
}
