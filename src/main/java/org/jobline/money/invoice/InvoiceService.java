package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobline.order.OrderNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What contractors ask to be paid (domain/money.md). */
@Service
class InvoiceService {

  private final InvoiceRepository invoices;

  InvoiceService(InvoiceRepository invoices) {
    this.invoices = invoices;
  }

  /** All of the order, rejected ones too, oldest first. */
  @Transactional(readOnly = true)
  List<Invoice> of(OrderNumber number) {
    return invoices.of(number.value());
  }

  /** Whether any was recorded that was not rejected. */
  @Transactional(readOnly = true)
  boolean exist(OrderNumber number) {
    return standing(number).findAny().isPresent();
  }

  /** Whether a final invoice was accepted, so that nothing else can be invoiced. */
  @Transactional(readOnly = true)
  boolean isSettled(OrderNumber number) {
    return of(number).stream().anyMatch(invoice -> invoice.isAccepted() && invoice.isFinal());
  }

  /** The invoice finance has to decide on. */
  @Transactional(readOnly = true)
  Optional<Invoice> waiting(OrderNumber number) {
    return of(number).stream().filter(invoice -> invoice.state() == Invoice.State.WAITING).findFirst();
  }

  /** What was invoiced and not rejected. */
  @Transactional(readOnly = true)
  BigDecimal net(OrderNumber number) {
    return standing(number).map(Invoice::net).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  private Stream<Invoice> standing(OrderNumber number) {
    return of(number).stream().filter(invoice -> invoice.state() != Invoice.State.REJECTED);
  }
}
