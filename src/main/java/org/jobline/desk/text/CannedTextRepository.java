package org.jobline.desk.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CannedTextRepository {

  private final JdbcClient jdbc;

  CannedTextRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those for the action, and those for every action, by name. */
  List<CannedText> of(Set<String> groups, String action) {
    // an empty list is no list in SQL
    return groups.isEmpty() ? List.of() : jdbc.sql("""
        select * from canned_text
        where group_name in (:groups) and (action = :action or action is null) order by lower(name), id""")
        .param("groups", groups).param("action", action).query(CannedTextRepository::text).list();
  }

  Optional<CannedText> find(long id) {
    return jdbc.sql("select * from canned_text where id = ?").param(id).query(CannedTextRepository::text).optional();
  }

  long countOf(String group) {
    return jdbc.sql("select count(*) from canned_text where group_name = ?").param(group).query(Long.class).single();
  }

  /** @throws DuplicateKeyException when the group has a text of that name for the action */
  CannedText insert(CannedText text) {
    return jdbc.sql("""
        insert into canned_text (group_name, action, name, text, changed_by)
        values (:group, :action, :name, :text, :changedBy) returning *""")
        .params(parameters(text)).query(CannedTextRepository::text).single();
  }

  /** Empty when it is gone. Throws as {@link #insert} does. */
  Optional<CannedText> update(CannedText text) {
    return jdbc.sql("""
        update canned_text set group_name = :group, action = :action, name = :name, text = :text,
          changed_by = :changedBy where id = :id returning *""")
        .params(parameters(text)).param("id", text.id()).query(CannedTextRepository::text).optional();
  }

  void delete(long id) {
    jdbc.sql("delete from canned_text where id = ?").param(id).update();
  }

  private static Map<String, Object> parameters(CannedText text) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("group", text.group());
    parameters.put("action", text.action());
    parameters.put("name", text.name());
    parameters.put("text", text.text());
    parameters.put("changedBy", text.changedBy());
    return parameters;
  }

  private static CannedText text(ResultSet row, int index) throws SQLException {
    return new CannedText(row.getLong("id"), row.getString("group_name"), row.getString("action"),
        row.getString("name"), row.getString("text"), row.getString("changed_by"));
  }
}
