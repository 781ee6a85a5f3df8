package org.jobline.order;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<Order, String> {

  @Query("select nextval('order_number')")
  long nextNumber();

  Order save(Order order);

  Optional<Order> findById(String number);

  boolean existsById(String number);

  @Query("select * from orders where number = :number for update")
  Optional<Order> lock(String number);

  /** Empty also when another transaction holds it. */
  @Query("select * from orders where number = :number for update skip locked")
  Optional<Order> tryLock(String number);
}
