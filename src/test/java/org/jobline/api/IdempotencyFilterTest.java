package org.jobline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** What cannot be brought about from outside: the transaction fails only when it is to be committed. */
class IdempotencyFilterTest {

  private final IdempotencyStore store = mock();
  private final PlatformTransactionManager transactions = mock();
  private final IdempotencyFilter filter =
      new IdempotencyFilter(store, transactions, new ApiProblems(), new ObjectMapper());
  private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/work-orders");
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final FilterChain logged = (asked, answer) -> answer.getWriter().print("{\"number\":\"R-100245\"}");

  @BeforeEach
  void begin() {
    request.addHeader("Idempotency-Key", "k");
    request.setUserPrincipal(new TestingAuthenticationToken("agent", null));
    when(transactions.getTransaction(any())).thenReturn(new SimpleTransactionStatus());
    when(store.take(any(), any(), any())).thenReturn(true);
  }

  @Test
  void rolled_back_request_is_not_answered_as_done() throws Exception {
    doThrow(new OptimisticLockingFailureException("changed")).when(transactions).commit(any());
    filter.doFilter(request, response, logged);
    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(response.getContentAsString()).contains("changed-meanwhile").doesNotContain("R-100245");
  }

  @Test
  void a_rollback_nobody_has_explained_is_our_fault() throws Exception {
    doThrow(new UnexpectedRollbackException("marked")).when(transactions).commit(any());
    filter.doFilter(request, response, logged);
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString()).contains("internal-error").doesNotContain("R-100245");
  }

  @Test
  void an_exception_goes_on_as_it_is_and_nothing_is_committed() {
    ServletException failure = new ServletException("broken");
    assertThatThrownBy(() -> filter.doFilter(request, response, (asked, answer) -> {
      throw failure;
    })).isSameAs(failure);
    verify(transactions).rollback(any());
    verify(transactions, never()).commit(any());
  }
}
