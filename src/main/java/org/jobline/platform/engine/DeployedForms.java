package org.jobline.platform.engine;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest of every deployed form. The engine knows them too, but has no query for them. */
@Component
public class DeployedForms {

  private static final String NEWEST = """
      select distinct on (form.key_) form.key_, file.bytes_
      from act_re_camformdef form
      join act_ge_bytearray file on file.deployment_id_ = form.deployment_id_ and file.name_ = form.resource_name_
      order by form.key_, form.version_ desc
      """;

  private final JdbcClient database;

  DeployedForms(JdbcClient database) {
    this.database = database;
  }

  /** Their contents by their keys. */
  public Map<String, byte[]> newest() {
    Map<String, byte[]> forms = new HashMap<>();
    database.sql(NEWEST).query(row -> {
      forms.put(row.getString(1), row.getBytes(2));
    });
    return forms;
  }
}
