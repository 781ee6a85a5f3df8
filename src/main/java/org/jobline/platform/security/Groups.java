package org.jobline.platform.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups a person may be in. Every right hangs on one of them. */
final class Groups {

  /** Agents: take calls and record what happens. */
  static final String HELPDESK = "helpdesk";
  /** Authorise costs and see what they come to. */
  static final String FINANCE = "finance";
  /** Watch over orders and incidents. */
  static final String MANAGER = "manager";
  /** Draw and deploy the diagrams. */
  static final String PROCESS_OWNER = "process-owner";
  /** May do everything in Jobline. */
  static final String ADMIN = "admin";
  /** The engine's own name for those it asks nothing of. An administrator is in both. */
  static final String ENGINE_ADMIN = "camunda-admin";

  static final List<String> WITH_TASKS = List.of(HELPDESK, FINANCE, MANAGER);
  static final List<String> ADMINS = List.of(ADMIN, ENGINE_ADMIN);
  /** Those who work on orders. */
  static final String[] AT_WORK = {HELPDESK, FINANCE, MANAGER, ADMIN, ENGINE_ADMIN};
  static final String[] ALL = {HELPDESK, FINANCE, MANAGER, PROCESS_OWNER, ADMIN, ENGINE_ADMIN};

  /** Those of ours that somebody else's directory names; its paths ("/helpdesk") do too. */
  static List<String> namedIn(Collection<String> names) {
    Set<String> known = names.stream().map(name -> name.startsWith("/") ? name.substring(1) : name)
        .filter(name -> !name.equals(ENGINE_ADMIN))
        .collect(Collectors.toSet());
    if (known.contains(ADMIN)) {
      known.add(ENGINE_ADMIN);
    }
    return Arrays.stream(ALL).filter(known::contains).toList();
  }

  private Groups() {}
}
