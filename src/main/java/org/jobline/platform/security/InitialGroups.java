package org.jobline.platform.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.EnumSet;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The groups and the rights they have whatever is deployed; each has what its work needs and no more. */
@Component
@Order(InitialGroups.ORDER)
class InitialGroups implements ApplicationRunner {

  static final int ORDER = 10;

  private static final Map<String, String> NAMES = Map.of(
      Groups.HELPDESK, "Helpdesk",
      Groups.FINANCE, "Finance",
      Groups.MANAGER, "Managers",
      Groups.PROCESS_OWNER, "Process owners",
      Groups.ADMIN, "Administrators",
      Groups.ENGINE_ADMIN, "Engine administrators");

  private final IdentityService identity;
  private final AuthorizationGrants rights;
  private final ClusterLock oneAtATime;

  InitialGroups(IdentityService identity, AuthorizationGrants rights, ClusterLock oneAtATime) {
    this.identity = identity;
    this.rights = rights;
    this.oneAtATime = oneAtATime;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    oneAtATime.run(() -> {
      NAMES.forEach(this::create);
      Groups.WITH_TASKS.forEach(this::mayUseTasklist);
      mayStartInstances();
      managersMayWatch();
      processOwnersMayDeploy();
      Groups.ADMINS.forEach(group -> rights.grantEverything(group, EnumSet.allOf(Resources.class)));
    });
  }

  private void create(String id, String name) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType(Groups.ENGINE_ADMIN.equals(id) ? "SYSTEM" : "WORKFLOW");
      identity.saveGroup(group);
    }
  }

  private void mayUseTasklist(String group) {
    rights.grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
  }

  /** The other half of the right is per diagram: {@link AccessToDiagrams}. */
  private void mayStartInstances() {
    rights.grant(Groups.HELPDESK, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
  }

  private void managersMayWatch() {
    rights.grant(Groups.MANAGER, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    rights.grant(Groups.MANAGER, Resources.PROCESS_DEFINITION, ANY,
        ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.RETRY_JOB);
    // Cockpit counts the tasks of each group only for whoever may read any task
    rights.grant(Groups.MANAGER, Resources.TASK, ANY, Permissions.READ);
    rights.grant(Groups.MANAGER, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
  }

  /** And see how many orders run through what they deployed, but not which: orders are no affair of theirs. */
  private void processOwnersMayDeploy() {
    rights.grant(Groups.PROCESS_OWNER, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    rights.grant(Groups.PROCESS_OWNER, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
    rights.grant(Groups.PROCESS_OWNER, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
    rights.grant(Groups.PROCESS_OWNER, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
    rights.grant(Groups.PROCESS_OWNER, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
  }
}
