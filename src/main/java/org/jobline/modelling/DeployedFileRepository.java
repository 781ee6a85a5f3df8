package org.jobline.modelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every file of every deployment, and each content once. */
@Repository
class DeployedFileRepository {

  private static final String COLUMNS =
      "file, name, hash, version, deployment_id, deployed_at, changed_by, changed_at, release, forms";

  /** Administrators may delete deployments; what was in force before is in force again. */
  private static final String EXISTS =
      "exists (select 1 from act_re_deployment d where d.id_ = deployed_file.deployment_id)";

  private final JdbcClient jdbc;

  DeployedFileRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select 1 from deployed_file)").query(Boolean.class).single();
  }

  /** By id of the file. */
  Map<String, DeployedFile> inForce() {
    return jdbc.sql("select distinct on (file) " + COLUMNS + " from deployed_file where " + EXISTS
            + " order by file, id desc")
        .query(DeployedFileRepository::read).list().stream()
        .collect(Collectors.toMap(DeployedFile::file, Function.identity()));
  }

  Optional<DeployedFile> inForce(String file) {
    return jdbc.sql("select " + COLUMNS + " from deployed_file where file = ? and " + EXISTS
            + " order by id desc limit 1")
        .param(file).query(DeployedFileRepository::read).optional();
  }

  /** Hashes of the forms in deployments: by deployment, then by form. */
  Map<String, Map<String, String>> forms(Collection<String> deployments) {
    Map<String, Map<String, String>> forms = new HashMap<>();
    jdbc.sql("select deployment_id, file, hash from deployed_file where deployment_id = any (?) and file like '%.form'")
        .param(deployments.toArray(String[]::new))
        .query(row -> {
          forms.computeIfAbsent(row.getString("deployment_id"), deployment -> new HashMap<>())
              .put(row.getString("file"), row.getString("hash"));
        });
    return forms;
  }

  Optional<DeployedFile> version(String file, int version) {
    return jdbc.sql("select " + COLUMNS + " from deployed_file where file = ? and version = ? order by id desc limit 1")
        .params(file, version).query(DeployedFileRepository::read).optional();
  }

  List<Integer> versions(String file) {
    return jdbc.sql("select distinct version from deployed_file where file = ? order by version")
        .param(file).query(Integer.class).list();
  }

  int nextVersion(String file) {
    return jdbc.sql("select coalesce(max(version), 0) + 1 from deployed_file where file = ?")
        .param(file).query(Integer.class).single();
  }

  List<DeployedFile> ofDeployment(String deployment) {
    return jdbc.sql("select " + COLUMNS + " from deployed_file where deployment_id = ? order by id")
        .param(deployment).query(DeployedFileRepository::read).list();
  }

  /** The release that had this very content of the file. */
  Optional<String> release(String file, String hash) {
    return jdbc.sql("select release from deployed_file where file = ? and hash = ? and release is not null"
            + " order by id limit 1")
        .params(file, hash).query(String.class).optional();
  }

  void add(DeployedFile file) {
    jdbc.sql("insert into deployed_file (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?)")
        .params(file.file(), file.name(), file.hash(), file.version(), file.deployment(),
            Timestamp.from(file.deployedAt()), file.changedBy(), Timestamp.from(file.changedAt()), file.release(),
            file.forms().toArray(String[]::new))
        .update();
  }

  /** Says of what a deployment changed who wanted it, and which release it comes from. */
  void attribute(String deployment, String file, String who, @Nullable String release) {
    jdbc.sql("update deployed_file set changed_by = ?, release = ? where deployment_id = ? and file = ?")
        .params(who, release, deployment, file).update();
  }

  void keep(String hash, byte[] content) {
    jdbc.sql("insert into model_content (hash, content) values (?, ?) on conflict do nothing")
        .params(hash, content).update();
  }

  byte[] content(String hash) {
    return jdbc.sql("select content from model_content where hash = ?").param(hash).query(byte[].class).single();
  }

  private static DeployedFile read(ResultSet row, int number) throws SQLException {
    return new DeployedFile(
        row.getString("file"), row.getString("name"), row.getString("hash"), row.getInt("version"),
        row.getString("deployment_id"), row.getTimestamp("deployed_at").toInstant(), row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant(), row.getString("release"),
        List.of((String[]) row.getArray("forms").getArray()));
  }
}
