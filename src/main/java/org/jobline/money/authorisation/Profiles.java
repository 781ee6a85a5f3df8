package org.jobline.money.authorisation;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people behind a profile. */
@Component
class Profiles {

  private final IdentityService identity;
  private final SystemAuthentication system;

  Profiles(@Lazy IdentityService identity, @Lazy SystemAuthentication system) {
    this.identity = identity;
    this.system = system;
  }

  /** @param address empty: he cannot be told by mail */
  record Person(String id, String name, Optional<String> address) {}

  List<Person> members(String profile) {
    return system.call(() -> identity.createUserQuery().memberOfGroup(profile).orderByUserId().asc().list()).stream()
        .map(Profiles::person)
        .toList();
  }

  /** Somebody without an account, such as the system, has no address. */
  Person named(String id) {
    return Optional.ofNullable(system.call(() -> identity.createUserQuery().userId(id).singleResult()))
        .map(Profiles::person)
        .orElseGet(() -> new Person(id, id, Optional.empty()));
  }

  private static Person person(User user) {
    return new Person(user.getId(), user.getFirstName() + " " + user.getLastName(),
        Optional.ofNullable(user.getEmail()).filter(address -> !address.isBlank()));
  }
}
