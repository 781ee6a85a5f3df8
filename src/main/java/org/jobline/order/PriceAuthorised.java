package org.jobline.order;

/** What an order comes to was authorised, by the last who had to: what waited for it may go ahead. */
public record PriceAuthorised(OrderNumber order) {}
