package org.jobline.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds entries of long pick lists while somebody types. */
@Service
class TypeAhead {

  private static final int CHOICES = 20;

  private final PickLists pickLists;
  private final Orders orders;

  TypeAhead(PickLists pickLists, Orders orders) {
    this.pickLists = pickLists;
    this.orders = orders;
  }

  @Transactional(readOnly = true)
  List<Choice> choices(String pickList, Optional<OrderNumber> number, Map<String, String> chosen, String text) {
    return pickLists.named(pickList).choices(number.map(orders::get), chosen, text, CHOICES);
  }
}
