package org.jobline.platform.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that may be called of the engine and of its web applications, and by whom: what Tasklist, Cockpit, Admin, the
 * Modeler and clients of ours need. What is not in here is refused to everybody, administrators included: it would walk
 * round the rules of an order, by moving it without an event, or tell what is nobody's affair. What is in here is still
 * subject to the engine's authorizations.
 */
class EngineCalls {

  /**
   * ● permitted, - refused: helpdesk, finance, managers, process owners, administrators. Then method, path
   * ({id}: anything that names something, {self}: the caller), and what its body may say, see {@link CallBody}.
   */
  private static final String ENGINE = """
      // the engine itself, and who one is
      ●●●●● GET    engine
      ●●●●● GET    version
      ●●●●● GET    authorization/check
      ●●●●● GET    identity/password-policy
      ●●●●● POST   identity/password-policy                                 ENTITY
      ●●●●● GET    user/{self}/profile
      ●●●●● PUT    user/{self}/profile                                      ENTITY
      ●●●●● PUT    user/{self}/credentials                                  ENTITY
      ●●●●● GET    user
      ●●●●● GET    user/count
      ●●●●● GET    group
      ●●●●● POST   group                                                    QUERY
      ●●●●● GET    group/count

      // Tasklist: lists, tasks, what an order is logged with
      ●●●-● GET    filter
      ●●●-● GET    filter/count
      ●●●-● GET    filter/{id}
      ●●●-● GET    filter/{id}/list
      ●●●-● POST   filter/{id}/list                                         QUERY
      ●●●-● GET    filter/{id}/singleResult
      ●●●-● POST   filter/{id}/singleResult                                 QUERY
      ●●●-● GET    filter/{id}/count
      ●●●-● POST   filter/{id}/count                                        QUERY
      ●●●-● OPTIONS filter
      ●●●-● OPTIONS filter/{id}
      ----● POST   filter/create                                            LIST
      ----● PUT    filter/{id}                                              LIST
      ----● DELETE filter/{id}
      ●●●-● GET    task
      ●●●-● POST   task                                                     QUERY
      ●●●●● GET    task/count
      ●●●-● POST   task/count                                               QUERY
      ●●●-● GET    task/{id}
      ●●●-● GET    task/{id}/form
      ●●●-● GET    task/{id}/deployed-form
      ●●●-● GET    task/{id}/form-variables
      ●●●-● GET    task/{id}/comment
      ●●●-● GET    task/{id}/identity-links
      ●●●-● POST   task/{id}/claim                                          CLAIM
      ●●●-● POST   task/{id}/unclaim
      ●●●-● POST   task/{id}/complete                                       FORM
      ●●●-● POST   task/{id}/submit-form                                    FORM
      ●●●-● GET    process-instance/{id}
      ●●●-● GET    history/user-operation
      ●●●-● GET    history/user-operation/count
      ●●●●● GET    process-definition
      ●●●●● GET    process-definition/count
      ●●●●● GET    process-definition/{id}
      ●●●●● GET    process-definition/{id}/xml
      ●●●●● GET    process-definition/{id}/startForm
      ●●●●● GET    process-definition/{id}/deployed-start-form
      ●●●●● GET    process-definition/{id}/form-variables
      ●●●-● POST   process-definition/{id}/submit-form                      FORM
      ●●●●● GET    process-definition/key/{id}
      ●●●●● GET    process-definition/key/{id}/xml
      ●●●●● GET    process-definition/key/{id}/startForm
      ●●●●● GET    process-definition/key/{id}/deployed-start-form
      ●●●●● GET    process-definition/key/{id}/form-variables
      ●●●-● POST   process-definition/key/{id}/submit-form                  FORM

      // Cockpit: diagrams and tables, and how many orders there are in which
      --●●● GET    process-definition/statistics
      --●●● GET    process-definition/{id}/statistics
      --●●● GET    process-definition/{id}/static-called-process-definitions
      --●●● POST   process-instance/count                                   QUERY
      --●●● GET    job-definition
      --●●● GET    job-definition/count
      --●●● GET    job-definition/{id}
      --●●● GET    decision-definition
      --●●● GET    decision-definition/count
      --●●● GET    decision-definition/{id}
      --●●● GET    decision-definition/{id}/xml
      --●●● GET    decision-definition/key/{id}
      --●●● GET    decision-definition/key/{id}/xml
      --●●● GET    decision-requirements-definition
      --●●● GET    decision-requirements-definition/count
      --●●● GET    decision-requirements-definition/{id}
      --●●● GET    decision-requirements-definition/{id}/xml
      --●●● GET    case-definition/count
      --●●● GET    history/decision-instance
      --●●● GET    history/decision-instance/count
      --●●● GET    batch/statistics
      --●●● GET    batch/statistics/count
      --●●● GET    history/batch
      --●●● GET    history/batch/count
      --●●● GET    deployment
      --●●● GET    deployment/count
      ----- GET    deployment/registered
      ---●● GET    deployment/{id}
      ---●● GET    deployment/{id}/resources
      ---●● GET    deployment/{id}/resources/{id}
      ---●● GET    deployment/{id}/resources/{id}/data
      ---●● POST   deployment/create                                        FILES

      // Cockpit: the orders in them, and what of theirs has failed
      --●-● GET    task/report/candidate-group-count
      --●-● GET    process-instance
      --●-● GET    process-instance/count
      --●-● POST   process-instance                                         QUERY
      --●-● GET    process-instance/{id}/activity-instances
      --●-● GET    process-instance/{id}/variables
      --●-● GET    variable-instance
      --●-● GET    variable-instance/count
      --●-● POST   variable-instance                                        QUERY
      --●-● POST   variable-instance/count                                  QUERY
      --●-● GET    variable-instance/{id}
      --●-● GET    execution
      --●-● GET    execution/count
      --●-● POST   execution                                                QUERY
      --●-● POST   execution/count                                          QUERY
      --●-● GET    execution/{id}
      --●-● GET    event-subscription
      --●-● GET    event-subscription/count
      --●-● GET    incident
      --●-● GET    incident/count
      --●-● GET    incident/{id}
      --●-● GET    job
      --●-● GET    job/count
      --●-● POST   job                                                      QUERY
      --●-● POST   job/count                                                QUERY
      --●-● GET    job/{id}
      --●-● GET    job/{id}/stacktrace
      --●-● PUT    job/{id}/retries                                         RETRIES
      --●-● PUT    job-definition/{id}/retries                              RETRIES
      --●-● GET    external-task
      --●-● GET    external-task/count
      --●-● POST   external-task                                            QUERY
      --●-● POST   external-task/count                                      QUERY
      --●-● GET    history/process-instance
      --●-● GET    history/process-instance/count
      --●-● POST   history/process-instance                                 QUERY
      --●-● POST   history/process-instance/count                           QUERY
      ----- GET    history/process-instance/report
      --●-● GET    history/process-instance/{id}
      --●-● GET    history/activity-instance
      --●-● GET    history/activity-instance/count
      --●-● POST   history/activity-instance                                QUERY
      --●-● POST   history/activity-instance/count                          QUERY
      --●-● GET    history/task
      --●-● GET    history/task/count
      --●-● POST   history/task                                             QUERY
      --●-● POST   history/task/count                                       QUERY
      --●-● GET    history/variable-instance
      --●-● GET    history/variable-instance/count
      --●-● POST   history/variable-instance                                QUERY
      --●-● POST   history/variable-instance/count                          QUERY
      --●-● GET    history/incident
      --●-● GET    history/incident/count
      --●-● GET    history/job-log
      --●-● GET    history/job-log/count
      --●-● GET    history/job-log/{id}/stacktrace
      --●-● GET    history/decision-instance/{id}
      --●-● GET    history/process-definition/{id}/statistics

      // Admin: people, groups and rights
      ----● GET    user/{id}/profile
      ----● PUT    user/{id}/profile                                        ENTITY
      ----● PUT    user/{id}/credentials                                    ENTITY
      ----● POST   user/create                                              ENTITY
      ----● POST   user/{id}/unlock
      ----● DELETE user/{id}
      ----● GET    group/{id}
      ----● POST   group/create                                             ENTITY
      ----● PUT    group/{id}                                               ENTITY
      ----● DELETE group/{id}
      ----● PUT    group/{id}/members/{id}
      ----● DELETE group/{id}/members/{id}
      ----● GET    tenant
      ----● GET    tenant/count
      ----● GET    tenant/{id}
      ----● POST   tenant/create                                            ENTITY
      ----● PUT    tenant/{id}                                              ENTITY
      ----● DELETE tenant/{id}
      ----● PUT    tenant/{id}/user-members/{id}
      ----● DELETE tenant/{id}/user-members/{id}
      ----● PUT    tenant/{id}/group-members/{id}
      ----● DELETE tenant/{id}/group-members/{id}
      ----● GET    authorization
      ----● GET    authorization/count
      ----● GET    authorization/{id}
      ----● POST   authorization/create                                     RIGHT
      ----● PUT    authorization/{id}                                       ENTITY
      ----● DELETE authorization/{id}
      ----● OPTIONS user
      ----● OPTIONS user/{id}
      ----● OPTIONS group
      ----● OPTIONS group/{id}
      ----● OPTIONS group/{id}/members
      ----● OPTIONS tenant
      ----● OPTIONS tenant/{id}
      ----● OPTIONS tenant/{id}/user-members
      ----● OPTIONS tenant/{id}/group-members
      ----● OPTIONS authorization
      ----● OPTIONS authorization/{id}
      ----● GET    telemetry/data
      """;

  /** The same of what the web applications have beside the engine's API; files and logins need no login. */
  private static final String BESIDE = """
      --●●● GET    cockpit/plugin/base/default/process-definition/statistics
      --●●● GET    cockpit/plugin/base/default/process-definition/statistics-count
      --●●● POST   cockpit/plugin/base/default/process-definition/{id}/called-process-definitions COCKPIT
      --●●● POST   cockpit/plugin/base/default/incident                     COCKPIT
      --●●● POST   cockpit/plugin/base/default/incident/count               COCKPIT
      --●●● POST   cockpit/plugin/base/default/process-instance             COCKPIT
      --●●● POST   cockpit/plugin/base/default/process-instance/count       COCKPIT
      --●-● POST   cockpit/plugin/base/default/process-instance/{id}/called-process-instances COCKPIT
      ----● GET    admin/plugin/adminPlugins/default/metrics/aggregated
      """;

  private static final List<Set<String>> GROUPS = List.of(Set.of(Groups.HELPDESK), Set.of(Groups.FINANCE),
      Set.of(Groups.MANAGER), Set.of(Groups.PROCESS_OWNER), Set.copyOf(Groups.ADMINS));
  private static final Pattern ROW = Pattern.compile("([●-]{5}) (\\w+) +(\\S+)(?: +(\\w+))?");
  private static final String NAME = "[\\w.:@-]+";
  private static final String SELF = "self";
  private static final Pattern OTHERWISE_WRITTEN = Pattern.compile("%(?:40|3[Aa])");

  private final List<String> prefixes;
  private final List<Call> calls;

  private EngineCalls(List<String> prefixes, String table) {
    this.prefixes = prefixes;
    this.calls = table.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .map(EngineCalls::read).toList();
  }

  static EngineCalls ofRest() {
    return new EngineCalls(List.of("/engine-rest/engine/default/", "/engine-rest/"), ENGINE);
  }

  static EngineCalls ofWebapps() {
    return new EngineCalls(List.of("/camunda/api/engine/engine/default/"), ENGINE);
  }

  static EngineCalls besideThem() {
    return new EngineCalls(List.of("/camunda/api/"), BESIDE);
  }

  /** One line of the table. */
  record Call(Set<String> groups, String method, String template, Pattern path, CallBody body) {

    private boolean is(String user, String method, String resource) {
      if (!this.method.equals(method)) {
        return false;
      }
      Matcher matcher = path.matcher(resource);
      return matcher.matches() && (!template.contains("{self}") || matcher.group(SELF).equals(user));
    }

    private long names() {
      return template.chars().filter(character -> character == '{').count();
    }

    boolean isFor(Set<String> theirs) {
      return groups.stream().anyMatch(theirs::contains);
    }
  }

  private static Call read(String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      throw new IllegalStateException("No call: " + line);
    }
    Set<String> groups = IntStream.range(0, GROUPS.size()).filter(i -> row.group(1).charAt(i) == '●')
        .boxed().flatMap(i -> GROUPS.get(i).stream()).collect(Collectors.toSet());
    return new Call(groups, row.group(2), row.group(3), pattern(row.group(3)),
        row.group(4) == null ? CallBody.NOTHING : CallBody.valueOf(row.group(4)));
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(Arrays.stream(path.split("/"))
        .map(part -> switch (part) {
          case "{id}" -> NAME;
          case "{self}" -> "(?<" + SELF + ">" + NAME + ")";
          default -> Pattern.quote(part);
        })
        .collect(Collectors.joining("/", "", "/?")));
  }

  /**
   * The lines that are about this call, if any; somebody may be named in one of them and not in another.
   *
   * @param address as it was written: whoever writes it in another way means something else. Only names of users and
   *     versions of diagrams have characters that browsers write differently.
   */
  private List<Call> of(String user, String method, String address) {
    String path = decoded(address);
    List<Call> found = prefixes.stream()
        .filter(path::startsWith)
        .map(prefix -> path.substring(prefix.length()))
        .flatMap(resource -> calls.stream().filter(call -> call.is(user, method, resource)))
        .toList();
    // "count" is no id
    long fewestNames = found.stream().mapToLong(Call::names).min().orElse(0);
    return found.stream().filter(call -> call.names() == fewestNames).toList();
  }

  Optional<Call> permitted(String user, Set<String> groups, String method, String address) {
    return of(user, method, address).stream().filter(call -> call.isFor(groups)).findFirst();
  }

  /** Method and path of each line. */
  Stream<String> lines() {
    return calls.stream().map(call -> call.method() + " " + call.template());
  }

  private static String decoded(String address) {
    return OTHERWISE_WRITTEN.matcher(address).replaceAll(found -> found.group().equals("%40") ? "@" : ":");
  }
}
