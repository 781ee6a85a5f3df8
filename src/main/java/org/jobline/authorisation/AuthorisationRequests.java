package org.jobline.authorisation;

import java.util.Optional;
import org.jobline.action.RowsOfOrders;
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
    rows.forget(AuthorisationRequest.class, request.orderNumber());
    AuthorisationRequest saved = repository.save(request);
    rows.read(AuthorisationRequest.class, request.orderNumber(), () -> Optional.of(saved));
    return saved;
  }

  Optional<AuthorisationRequest> findFirstByOrderNumberOrderByIdDesc(String orderNumber) {
    return rows.read(AuthorisationRequest.class, orderNumber,
        () -> repository.findFirstByOrderNumberOrderByIdDesc(orderNumber));
  }
}
