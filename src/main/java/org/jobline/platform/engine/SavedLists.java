package org.jobline.platform.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an expression that is none of {@link ListExpressions} out of the saved lists of tasks, and one that got there
 * before, or past this, from being evaluated: such a list cannot be opened, only deleted.
 */
class SavedLists extends FilterManager {

  private static final Logger log = LoggerFactory.getLogger(SavedLists.class);

  static SessionFactory factory() {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return FilterManager.class;
      }

      @Override
      public Session openSession() {
        return new SavedLists();
      }
    };
  }

  @Override
  public Filter insertOrUpdateFilter(Filter filter) {
    check(filter);
    return super.insertOrUpdateFilter(filter);
  }

  @Override
  public FilterEntity findFilterById(String id) {
    FilterEntity filter = super.findFilterById(id);
    if (filter != null) {
      check(filter);
    }
    return filter;
  }

  private static void check(Filter filter) {
    expressions(filter.getQuery()).filter(expression -> !ListExpressions.isKnown(expression)).findFirst()
        .ifPresent(expression -> {
          log.warn("The task list {} ({}) has the expression {}: neither saved nor opened",
              filter.getName(), filter.getId(), expression);
          throw new BadUserRequestException("The list \"" + filter.getName() + "\" has an expression that is not allowed. "
              + "Allowed are " + ListExpressions.allowed() + ".");
        });
  }

  /** Of all parts that are or'ed: each part knows all the others. */
  private static Stream<String> expressions(AbstractQuery<?, ?> query) {
    Stream<AbstractQuery<?, ?>> parts = query instanceof TaskQueryImpl tasks
        ? Stream.concat(Stream.of(query), tasks.getQueries().stream())
        : Stream.of(query);
    return parts.flatMap(part -> part.getExpressions().values().stream());
  }
}
