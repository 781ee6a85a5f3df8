package org.jobline.platform.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The rows a transaction has taken for changing: each is one object until the transaction ends, and what was changed in it
 * is written once, after everything else the transaction does.
 */
@Component
public class UnitOfWork {

  private final JdbcAggregateOperations aggregates;
  private final RelationalMappingContext mapping;
  private final TransactionScoped<Held> held = new TransactionScoped<>(Held.class, Held::new);

  UnitOfWork(JdbcAggregateOperations aggregates, RelationalMappingContext mapping) {
    this.aggregates = aggregates;
    this.mapping = mapping;
  }

  /** The object this transaction has taken, if it has. */
  public <T> Optional<T> held(Class<T> type, Object id) {
    return held.present().map(taken -> taken.rows.get(new Key(type, id))).map(row -> type.cast(row.entity));
  }

  /** Takes a row that the database keeps others from changing. */
  public <T> T hold(T entity) {
    return hold(entity, null);
  }

  /**
   * Takes a row that belongs to another one, which was taken before and counts as changed when this one is.
   *
   * @param root the other one, null when there is none
   */
  public <T> T hold(T entity, @Nullable Object root) {
    held.get().rows.put(keyOf(entity), new Row(entity, root, contentOf(entity)));
    return entity;
  }

  private record Key(Class<?> type, Object id) {}

  private record Row(Object entity, @Nullable Object root, List<Object> content) {}

  private Key keyOf(Object entity) {
    return new Key(entity.getClass(), accessor(entity).getProperty(type(entity).getRequiredIdProperty()));
  }

  private List<Object> contentOf(Object entity) {
    PersistentPropertyAccessor<Object> accessor = accessor(entity);
    List<Object> content = new ArrayList<>();
    type(entity).forEach(property -> {
      Object value = accessor.getProperty(property);
      content.add(value instanceof List<?> list ? List.copyOf(list) : value);
    });
    return content;
  }

  private PersistentPropertyAccessor<Object> accessor(Object entity) {
    return type(entity).getPropertyAccessor(entity);
  }

  private RelationalPersistentEntity<?> type(Object entity) {
    return mapping.getRequiredPersistentEntity(entity.getClass());
  }

  private final class Held implements TransactionSynchronization {

    private final Map<Key, Row> rows = new LinkedHashMap<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      Set<Object> changed = new LinkedHashSet<>();
      for (Row row : rows.values()) {
        if (!contentOf(row.entity).equals(row.content)) {
          changed.add(row.entity);
          if (row.root != null) {
            changed.add(row.root);
          }
        }
      }
      changed.forEach(aggregates::update);
    }

    /** After all that may still change a row. */
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }
  }
}
