package org.jobline.platform.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What colleagues call the users. Whoever may see what somebody did may see this, without a right to read users. */
@Repository
public class UserNames {

  private final JdbcClient jdbc;

  UserNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Named(String user, String name) {}

  /** What colleagues call one of them; his id when he is gone, or has no name. */
  public String of(String user) {
    return of(Set.of(user)).getOrDefault(user, user);
  }

  /** @return by their ids; those who are gone, and those without a name, are left out */
  public Map<String, String> of(Collection<String> users) {
    return users.isEmpty() ? Map.of() : jdbc.sql("""
        select id_, trim(concat_ws(' ', first_, last_)) as name from act_id_user
        where id_ in (:users) and trim(concat_ws(' ', first_, last_)) <> ''""")
        .param("users", Set.copyOf(users))
        .query((row, index) -> new Named(row.getString("id_"), row.getString("name"))).list().stream()
        .collect(Collectors.toMap(Named::user, Named::name));
  }
}
