package org.jobline.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * What may be called of the engine's own API. The right to work on a task covers more than the desk may do: ending it
 * by an error or an escalation, or writing variables beside its form, would walk round the rules of an action. So
 * everything that is not named here is for administrators; what is named is still subject to the engine's
 * authorizations.
 */
class EngineApiRules implements AuthorizationManager<RequestAuthorizationContext> {

  /** Never with a character written in another way: a rule further on might not know it again. */
  private static final String ID = "[\\w.:-]+";
  private static final Set<String> ANYONE = Set.of();

  private static final List<Rule> RULES = List.of(
      new Rule(ANYONE, "GET|HEAD|OPTIONS", ".*"),
      // queries whose conditions travel in the body
      new Rule(ANYONE, "POST", "(?:task|process-instance|execution|variable-instance|job|external-task)(?:/count)?"),
      new Rule(ANYONE, "POST", "(?:user|group)(?:/count)?"),
      new Rule(ANYONE, "POST", "history/(?:task|process-instance|activity-instance|variable-instance)(?:/count)?"),
      new Rule(ANYONE, "POST", "filter/" + ID + "/(?:list|singleResult|count)"),
      // an agent's work
      new Rule(ANYONE, "POST", "task/" + ID + "/(?:claim|unclaim|submit-form|complete)"),
      new Rule(ANYONE, "POST", "process-definition/(?:key/)?" + ID + "/submit-form"),
      // one's own password
      new Rule(ANYONE, "PUT", "user/<self>/(?:credentials|profile)"),
      new Rule(ANYONE, "POST", "identity/password-policy"),
      // an incident is looked into, then tried again
      new Rule(Set.of(Groups.MANAGER), "PUT", "(?:job|job-definition)/" + ID + "/retries"),
      new Rule(Set.of(Groups.PROCESS_OWNER), "POST", "deployment/create"));

  private final List<String> prefixes;

  /** @param prefixes what comes before the resource in the path of a request */
  EngineApiRules(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  private record Rule(Set<String> groups, Pattern method, String path) {

    Rule(Set<String> groups, String method, String path) {
      this(groups, Pattern.compile(method), path);
    }

    boolean allows(String user, Set<String> theirs, String method, String resource) {
      return (groups.isEmpty() || groups.stream().anyMatch(theirs::contains))
          && this.method.matcher(method).matches()
          && resource.matches(path.replace("<self>", Pattern.quote(user)) + "/?");
    }
  }

  @Override
  public AuthorizationDecision check(Supplier<Authentication> login, RequestAuthorizationContext context) {
    Authentication user = login.get();
    if (user == null || !user.isAuthenticated() || user instanceof AnonymousAuthenticationToken) {
      return new AuthorizationDecision(false);
    }
    Set<String> groups =
        user.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
    return new AuthorizationDecision(allows(user.getName(), groups, context.getRequest()));
  }

  private boolean allows(String user, Set<String> groups, HttpServletRequest request) {
    if (Groups.ADMINS.stream().anyMatch(groups::contains)) {
      return true;
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return prefixes.stream()
        .filter(path::startsWith)
        .map(prefix -> path.substring(prefix.length()))
        .anyMatch(resource -> RULES.stream().anyMatch(rule -> rule.allows(user, groups, request.getMethod(), resource)));
  }
}
