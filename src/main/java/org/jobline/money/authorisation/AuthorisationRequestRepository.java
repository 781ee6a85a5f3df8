package org.jobline.money.authorisation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AuthorisationRequestRepository extends Repository<AuthorisationRequest, Long> {

  AuthorisationRequest save(AuthorisationRequest request);

  Optional<AuthorisationRequest> findFirstByOrderNumberOrderByIdDesc(String orderNumber);
}
