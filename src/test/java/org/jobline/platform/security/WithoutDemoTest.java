package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jobline.fixture.OwnEngine;
import org.jobline.fixture.WithoutMocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "jobline.embedded-database.directory=target/data-without-demo",
      "jobline.embedded-database.keep=false",
      "jobline.initial-admin.user=root",
      "jobline.initial-admin.password=Correct-horse-7"
    })
@WithoutMocks
@ExtendWith(OwnEngine.class)
class WithoutDemoTest {

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired InitialAdmin initialAdmin;

  @Test
  void there_is_nobody_but_the_administrator_of_the_environment() {
    assertThat(identity.createUserQuery().list()).extracting(User::getId).containsExactly("root");
    assertThat(new Browser(port).as("root", "Correct-horse-7").get("/actuator/info").statusCode()).isEqualTo(200);
    for (String name : new String[] {"agent", "agent2", "finance", "manager", "owner", "admin", "demo"}) {
      assertThat(new Browser(port).as(name).get("/api/events/verify").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void the_groups_are_there() {
    assertThat(identity.createGroupQuery().list()).extracting(group -> group.getId())
        .contains("helpdesk", "finance", "manager", "process-owner", "admin", "camunda-admin");
  }

  @Test
  void an_administrator_is_added_to_an_empty_system_only() {
    identity.deleteUser("root");
    User other = identity.newUser("other");
    other.setPassword("Battery-staple-9");
    identity.saveUser(other);
    initialAdmin.run(null);
    assertThat(identity.createUserQuery().list()).extracting(User::getId).containsExactly("other");
    identity.deleteUser("other");
    initialAdmin.run(null);
    assertThat(identity.createUserQuery().list()).extracting(User::getId).containsExactly("root");
  }

  @Test
  void a_weak_password_is_refused() {
    User weak = identity.newUser("weak");
    weak.setPassword("weak");
    assertThatThrownBy(() -> identity.saveUser(weak)).hasMessageContaining("assword");
    assertThat(identity.createUserQuery().userId("weak").count()).isZero();
  }
}
