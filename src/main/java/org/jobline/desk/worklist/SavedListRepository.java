package org.jobline.desk.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SavedListRepository {

  private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  SavedListRepository(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Those of the owner, and all that are shared with any group. */
  List<SavedList> ofOrShared(String owner) {
    return jdbc.sql("select * from saved_list where owner = ? or shared_with is not null order by lower(name), id")
        .param(owner).query(this::list).list();
  }

  long countOf(String owner) {
    return jdbc.sql("select count(*) from saved_list where owner = ?").param(owner).query(Long.class).single();
  }

  Optional<SavedList> find(long id) {
    return jdbc.sql("select * from saved_list where id = ?").param(id).query(this::list).optional();
  }

  /** @throws DuplicateKeyException when the owner has a list of that name */
  SavedList insert(SavedList list) {
    return jdbc.sql("""
        insert into saved_list (owner, name, shared_with, query, columns, sort)
        values (:owner, :name, :sharedWith, cast(:query as jsonb), :columns, :sort) returning *""")
        .params(parameters(list)).query(this::list).single();
  }

  /** Empty when it is gone. Throws as {@link #insert} does. */
  Optional<SavedList> update(SavedList list) {
    return jdbc.sql("""
        update saved_list set name = :name, shared_with = :sharedWith, query = cast(:query as jsonb),
          columns = :columns, sort = :sort where id = :id returning *""")
        .params(parameters(list)).param("id", list.id()).query(this::list).optional();
  }

  void delete(long id) {
    jdbc.sql("delete from saved_list where id = ?").param(id).update();
  }

  void deleteUnshared(String owner) {
    jdbc.sql("delete from saved_list where owner = ? and shared_with is null").param(owner).update();
  }

  /** Leaves what is shared to an owner nobody can log in as: no name of a user has a blank in it. */
  void disown(String owner) {
    jdbc.sql("update saved_list set owner = owner || ' (removed ' || id || ')' where owner = ?").param(owner).update();
  }

  private Map<String, Object> parameters(SavedList list) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("owner", list.owner());
    parameters.put("name", list.name());
    parameters.put("sharedWith", list.sharedWith());
    parameters.put("query", written(list.query()));
    parameters.put("columns", list.columns().toArray(String[]::new));
    parameters.put("sort", list.sort());
    return parameters;
  }

  private String written(Map<String, String> query) {
    try {
      return json.writeValueAsString(query);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private SavedList list(ResultSet row, int index) throws SQLException {
    try {
      return new SavedList(row.getLong("id"), row.getString("owner"), row.getString("name"),
          row.getString("shared_with"), json.readValue(row.getString("query"), QUERY),
          List.of((String[]) row.getArray("columns").getArray()), row.getString("sort"));
    } catch (JsonProcessingException e) {
      throw new SQLException("The query of list " + row.getLong("id") + " is no JSON", e);
    }
  }
}
