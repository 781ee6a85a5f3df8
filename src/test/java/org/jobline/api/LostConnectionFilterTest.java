package org.jobline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Without a database a request is told so, and not that nothing was changed. */
class LostConnectionFilterTest {

  private static MockHttpServletResponse answer(RuntimeException failure) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    FilterChain fails = (request, answer) -> {
      throw failure;
    };
    new LostConnectionFilter(new ApiProblems(), new ObjectMapper())
        .doFilter(new MockHttpServletRequest("POST", "/api/work-orders"), response, fails);
    return response;
  }

  @Test
  void failed_login_says_that_the_database_does_not_answer() throws Exception {
    MockHttpServletResponse response = answer(new CannotCreateTransactionException(
        "Could not open JDBC Connection", new SQLTransientConnectionException("timed out")));
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString())
        .contains("database-unavailable", "don't know whether this was done").doesNotContain("nothing was changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "57P02", "57P03"})
  void lost_connection_is_recognised(String state) throws Exception {
    assertThat(answer(new UncategorizedSQLException("update", "update", new SQLException("gone", state))).getStatus())
        .isEqualTo(503);
  }

  @Test
  void commit_that_could_not_be_sent_may_have_been_done() throws Exception {
    assertThat(answer(new TransactionSystemException("Could not commit")).getStatus()).isEqualTo(503);
  }

  @Test
  void other_failures_stay_what_they_are() {
    RuntimeException failure = new DataIntegrityViolationException("duplicate", new SQLException("duplicate", "23505"));
    assertThatThrownBy(() -> answer(failure)).isSameAs(failure);
  }
}
