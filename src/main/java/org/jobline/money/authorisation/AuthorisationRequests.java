package org.jobline.money.authorisation;

import java.util.Optional;
import org.jobline.action.RowsOfOrders;
import org.jobline.order.OrderNumber;
import org.springframework.stereotype.Component;

/** What is to be authorised on orders. An action asks for that of its order time and again: it is read once. */
@Component
class AuthorisationRequests {

  private final AuthorisationRequestRepository repository;
  private final RowsOfOrders rows;

  AuthorisationRequests(AuthorisationRequestRepository repository, RowsOfOrders rows) {
    this.repository = repository;
    this.rows = rows;
  }

  AuthorisationRequest save(AuthorisationRequest request) {
    return rows.write(AuthorisationRequest.class, request.orderNumber(), () -> repository.save(request));
  }

  /** The one that was asked for last. */
  Optional<AuthorisationRequest> of(OrderNumber number) {
    return rows.read(AuthorisationRequest.class, number.value(),
        () -> repository.findFirstByOrderNumberOrderByIdDesc(number.value()));
  }

  /** The same for an order of which something was to be authorised. */
  AuthorisationRequest latest(OrderNumber number) {
    return of(number).orElseThrow(() -> new IllegalStateException("Nothing was to be authorised on " + number));
  }
}
