package org.jobline.money.authorisation;

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
    return rows.write(AuthorisationRequest.class, request.orderNumber(), () -> repository.save(request));
  }

  Optional<AuthorisationRequest> findFirstByOrderNumberOrderByIdDesc(String orderNumber) {
    return rows.read(AuthorisationRequest.class, orderNumber,
        () -> repository.findFirstByOrderNumberOrderByIdDesc(orderNumber));
  }
}
