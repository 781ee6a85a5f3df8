package org.jobline.lifecycle.link;

import org.jobline.order.OrderNumber;

/** A link as one of its two orders sees it. */
record Link(long id, OrderNumber other, Relation relation, boolean fromHere, String otherStatus) {

  String words() {
    return (fromHere ? relation.here() : relation.there()) + " " + other;
  }

  String relationWords() {
    return fromHere ? relation.here() : relation.there();
  }
}
