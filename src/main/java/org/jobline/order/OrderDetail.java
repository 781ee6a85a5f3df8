package org.jobline.order;

/**
 * A feature's part of what clients see of an order, such as its costs.
 *
 * @param <P> its components stand beside the order's own, each under its name
 */
public interface OrderDetail<P extends Record> {

  /** What it is for this order; a component that is null is left out. */
  P of(Order order);
}
