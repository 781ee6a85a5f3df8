package org.jobline.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may call what. Nothing but health and the login page is open; what no chain names is refused. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  /** What whoever draws diagrams and decision tables has to know; orders are no affair of his. */
  private static final RequestMatcher REFERENCE_DATA = new OrRequestMatcher(
      Stream.of("clients", "sites", "work-types", "priorities", "resources", "parts", "suppliers", "catalogue-parts")
          .map(kind -> path(HttpMethod.GET, "/api/" + kind))
          .toArray(RequestMatcher[]::new));

  private static final RequestMatcher LOGIN = path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/*");

  private static final RequestMatcher LOGOUT = path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

  private static final String PAGE_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
  private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

  private final UserAccounts accounts;
  private final LoginMethod login;
  private final SecurityErrorResponses refusals;
  private final IdentityService identity;
  private final LoginSessions sessions;
  private final FailedLogins failedLogins;
  private final FailedJobs failedJobs;

  SecurityConfiguration(
      UserAccounts accounts, LoginMethod login, SecurityErrorResponses refusals, IdentityService identity,
      LoginSessions sessions,
      FailedLogins failedLogins, FailedJobs failedJobs) {
    this.accounts = accounts;
    this.login = login;
    this.refusals = refusals;
    this.identity = identity;
    this.sessions = sessions;
    this.failedLogins = failedLogins;
    this.failedJobs = failedJobs;
  }

  /** Addresses that could mean two things, or hide something, are refused before anything else looks at them. */
  @Bean
  RequestRejectedHandler malformedAddresses() {
    return (request, response, e) -> refusals.problemMalformedAddress(response);
  }

  /** The engine's own API: a login with every call, as that user, and only what {@link EngineCalls} names. */
  @Bean
  @Order(1)
  SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
    AuthenticationEntryPoint ask = (request, response, e) -> refusals.engineNotLoggedIn(request, response);
    AccessDeniedHandler refuse = (request, response, e) -> refusals.engineNotPermitted(response);
    return withEveryCall(http.securityMatcher(path("/engine-rest/**")), ask, refuse)
        .authorizeHttpRequests(rules -> errorPages(rules)
            .anyRequest().access(new EngineApiRules(EngineCalls.ofRest())))
        .addFilterBefore(new CrossSiteRequestFilter(refuse), BasicAuthenticationFilter.class)
        .addFilterBefore(LoginLimit.onEveryCall(failedLogins, refusals::engineTooManyFailures),
            BasicAuthenticationFilter.class)
        .addFilterAfter(EngineUser.isCaller(identity), AuthorizationFilter.class)
        .addFilterAfter(new NewPasswordEndsSessions(sessions), AuthorizationFilter.class)
        .addFilterAfter(new EngineRequests(refusals, failedJobs, EngineCalls.ofRest()), AuthorizationFilter.class)
        .build();
  }

  /**
   * Tasklist, Cockpit, Admin: login, session, token and headers are the web applications' own. The page that would let
   * the first comer make himself administrator of an empty system is closed.
   */
  @Bean
  @Order(2)
  SecurityFilterChain webapps(HttpSecurity http) throws Exception {
    HttpSecurity withSessions = bare(http.securityMatcher(path("/camunda/**")));
    if (!login.needsSessionBefore()) {
      withSessions.addFilterBefore(new NoSessionBeforeLogin(LOGIN), BasicAuthenticationFilter.class);
    }
    return withSessions
        .headers(AbstractHttpConfigurer::disable)
        .exceptionHandling(handling -> handling
            .authenticationEntryPoint((request, response, e) -> refusals.webappsNotLoggedIn(request, response))
            .accessDeniedHandler((request, response, e) -> refusals.engineNotPermitted(response)))
        .authorizeHttpRequests(rules -> withLoginPages(errorPages(rules)
            .requestMatchers(path("/camunda/api/admin/setup/**"), path("/camunda/app/admin/*/setup/**")).denyAll())
            .requestMatchers(path(HttpMethod.GET, "/camunda/api/admin/auth/user/*"),
                LOGOUT,
                path(HttpMethod.GET, "/camunda/api/engine/engine"),
                path(HttpMethod.GET, "/camunda/api/engine/engine/"),
                path(HttpMethod.GET, "/camunda/api/*/plugin/*/static/**")).permitAll()
            .requestMatchers(path("/camunda/api/engine/**"))
            .access(new EngineApiRules(EngineCalls.ofWebapps()))
            .requestMatchers(path("/camunda/api/**")).access(new EngineApiRules(EngineCalls.besideThem()))
            .anyRequest().permitAll())
        .addFilterBefore(LoginLimit.onForm(failedLogins, LOGIN, refusals::engineTooManyFailures),
            BasicAuthenticationFilter.class)
        .addFilterBefore(WebappSessionLogin.forWebapps(accounts), BasicAuthenticationFilter.class)
        .addFilterBefore(new LogoutEndsSession(LOGOUT, login), BasicAuthenticationFilter.class)
        .addFilterBefore(new NoncePerRequest(), BasicAuthenticationFilter.class)
        .addFilterAfter(new NewPasswordEndsSessions(sessions), AuthorizationFilter.class)
        .addFilterAfter(new EngineRequests(refusals, failedJobs, EngineCalls.ofWebapps(), EngineCalls.besideThem()),
            AuthorizationFilter.class)
        .build();
  }

  /** Our API: a login with every call, or the session of Tasklist in the same browser. */
  @Bean
  @Order(3)
  SecurityFilterChain api(HttpSecurity http) throws Exception {
    return own(http.securityMatcher(path("/api/**")), DATA_POLICY)
        .authorizeHttpRequests(rules -> errorPages(rules)
            .requestMatchers(path(HttpMethod.POST, "/api/reference-data"))
            .hasAnyAuthority(Groups.MANAGER, Groups.ADMIN, Groups.ENGINE_ADMIN)
            .requestMatchers(path("/api/monitoring/**"), path(HttpMethod.POST, "/api/work-orders/*/put-back"))
            .hasAnyAuthority(Groups.MANAGER, Groups.ADMIN, Groups.ENGINE_ADMIN)
            .requestMatchers(path("/api/personal-data/**")).hasAnyAuthority(Groups.ADMIN, Groups.ENGINE_ADMIN)
            .requestMatchers(path("/api/cis-returns/**"))
            .hasAnyAuthority(Groups.FINANCE, Groups.ADMIN, Groups.ENGINE_ADMIN)
            .requestMatchers(path(HttpMethod.POST, "/api/work-orders/*/actions/*/reassign"))
            .hasAnyAuthority(Groups.MANAGER, Groups.ADMIN, Groups.ENGINE_ADMIN)
            .requestMatchers(path("/api/modelling/**"))
            .hasAnyAuthority(Groups.PROCESS_OWNER, Groups.ADMIN, Groups.ENGINE_ADMIN)
            .requestMatchers(REFERENCE_DATA).hasAnyAuthority(Groups.ALL)
            .anyRequest().hasAnyAuthority(Groups.AT_WORK))
        .addFilterAfter(EngineUser.isSystem(identity), AuthorizationFilter.class)
        .build();
  }

  /** The description of our API, with a page to try it. */
  @Bean
  @Order(4)
  SecurityFilterChain apiDescription(HttpSecurity http) throws Exception {
    RequestMatcher pages = new OrRequestMatcher(
        path("/v3/api-docs/**"), path("/v3/api-docs.yaml"), path("/swagger-ui/**"), path("/swagger-ui.html"));
    return own(http.securityMatcher(pages), PAGE_POLICY)
        .authorizeHttpRequests(rules -> errorPages(rules)
            .requestMatchers(path(HttpMethod.GET, "/**")).hasAnyAuthority(Groups.ALL)
            .anyRequest().denyAll())
        .build();
  }

  /** For whoever runs the server: whether it is up may be asked by anybody, how it is by administrators. */
  @Bean
  @Order(5)
  SecurityFilterChain operations(HttpSecurity http) throws Exception {
    return own(http.securityMatcher(path("/actuator/**")), DATA_POLICY)
        .authorizeHttpRequests(rules -> errorPages(rules)
            .requestMatchers(path(HttpMethod.GET, "/actuator/health/**")).permitAll()
            .requestMatchers(path(HttpMethod.GET, "/actuator/**")).hasAnyAuthority(Groups.ADMIN, Groups.ENGINE_ADMIN)
            .anyRequest().denyAll())
        .build();
  }

  /** The front door leads to the login page; there is nothing else. */
  @Bean
  @Order(6)
  SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
    return bare(http)
        .exceptionHandling(handling -> handling
            .authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
        .authorizeHttpRequests(rules -> errorPages(rules)
            .requestMatchers(path(HttpMethod.GET, "/")).permitAll()
            .anyRequest().denyAll())
        .build();
  }

  private HttpSecurity own(HttpSecurity http, String contentPolicy) throws Exception {
    AuthenticationEntryPoint ask = (request, response, e) -> refusals.problemNotLoggedIn(request, response);
    AccessDeniedHandler refuse = (request, response, e) -> refusals.problemNotPermitted(response, e);
    return withEveryCall(http, ask, refuse)
        .headers(headers -> headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .addFilterBefore(LoginLimit.onEveryCall(failedLogins, refusals::problemTooManyFailures),
            BasicAuthenticationFilter.class)
        .addFilterBefore(new CrossSiteRequestFilter(refuse), BasicAuthenticationFilter.class)
        .addFilterBefore(WebappSessionLogin.withToken(accounts, refuse), BasicAuthenticationFilter.class);
  }

  private HttpSecurity withEveryCall(HttpSecurity http, AuthenticationEntryPoint ask, AccessDeniedHandler refuse)
      throws Exception {
    return login.withEveryCall(bare(http), ask)
        .exceptionHandling(handling -> handling.authenticationEntryPoint(ask).accessDeniedHandler(refuse));
  }

  /**
   * Without what Spring adds for pages of its own. Its token against forged requests is not needed: a session is only
   * accepted with the token of the web applications, and calls from pages of other sites are refused.
   */
  static HttpSecurity bare(HttpSecurity http) throws Exception {
    return http
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        // not its policy "stateless" either: that gives the session of Tasklist a new name with every request
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()));
  }

  /** A refusal inside the web applications is rendered by the error page, which must not ask for a login again. */
  static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry errorPages(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
    return rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
  }

  private AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry withLoginPages(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
    login.onPages(rules);
    return rules;
  }

  private static RequestMatcher path(String pattern) {
    return withDefaults().matcher(pattern);
  }

  private static RequestMatcher path(HttpMethod method, String pattern) {
    return withDefaults().matcher(method, pattern);
  }
}
