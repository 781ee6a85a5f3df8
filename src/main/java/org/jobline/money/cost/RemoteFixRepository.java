package org.jobline.money.cost;

import java.util.List;
import org.springframework.data.repository.Repository;

interface RemoteFixRepository extends Repository<RemoteFix, Long> {

  RemoteFix save(RemoteFix fix);

  List<RemoteFix> findByOrderNumberOrderByFixedAt(String orderNumber);
}
