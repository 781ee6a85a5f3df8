package org.jobline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.ibatis.builder.BuilderException;
import org.apache.ibatis.scripting.xmltags.ExpressionEvaluator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Statements are made of the same properties as before, also when they are read again. */
class ReadMethodsOnceTest {

  private final ExpressionEvaluator statement = new ExpressionEvaluator();

  /** Named as the engine names what its queries are asked for. */
  public static final class Query {

    public final boolean isField = true;

    public boolean isTenantIdSet() {
      return true;
    }

    public boolean isOrQueryActive() {
      return false;
    }

    public String getOwner() {
      return "agent";
    }

    public boolean isBroken() {
      return Optional.<Boolean>empty().orElseThrow();
    }
  }

  @BeforeEach
  void use() {
    ReadMethodsOnce.use();
  }

  private boolean holds(String expression) {
    return statement.evaluateBoolean(expression, Map.of("query", new Query()));
  }

  @RepeatedTest(2)
  void a_property_is_read_by_its_full_name_and_by_its_getter() {
    assertThat(holds("query.isTenantIdSet")).isTrue();
    assertThat(holds("query.tenantIdSet")).isTrue();
    assertThat(holds("!query.isOrQueryActive and query.owner == 'agent'")).isTrue();
    assertThat(holds("query.isOrQueryActive")).isFalse();
    assertThat(holds("query.isField")).isTrue();
  }

  @RepeatedTest(2)
  void what_is_not_there_or_fails_is_told_as_before() {
    assertThatThrownBy(() -> holds("query.isNowhere")).isInstanceOf(BuilderException.class)
        .hasMessageContaining("isNowhere");
    assertThatThrownBy(() -> holds("query.isBroken")).isInstanceOf(BuilderException.class)
        .hasRootCauseInstanceOf(NoSuchElementException.class);
  }
}
