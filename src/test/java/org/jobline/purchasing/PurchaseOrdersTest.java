package org.jobline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.purchasing.Bought.KILO;
import static org.jobline.purchasing.Bought.PACK_OF_96;
import static org.jobline.purchasing.Bought.PIECE;
import static org.jobline.purchasing.Bought.line;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.SameInstant;
import org.jobline.order.NewOrder;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.purchasing.AcknowledgeOrder.RefusedLine;
import org.jobline.purchasing.ReceiptOfItems.ReceivedLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Purchasing orders in the database: what was written is read again, documents stay, and one agent comes first. */
@HelpdeskTest
class PurchaseOrdersTest {

  private static final List<String> DOCUMENTS = List.of("purchase_invoice_decision", "purchase_invoice_line",
      "purchase_invoice", "purchase_movement_line", "purchase_movement", "purchase_amendment_line",
      "purchase_amendment");

  private final PurchaseOrders orders;
  private final PurchaseIntakeService intake;
  private final SupplierContactService contacts;
  private final DeliveryService deliveries;
  private final PurchaseInvoiceService invoices;
  private final Orders kernel;
  private final Given given;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final List<OrderNumber> logged = new ArrayList<>();

  PurchaseOrdersTest(
      PurchaseOrders orders, PurchaseIntakeService intake, SupplierContactService contacts, DeliveryService deliveries,
      PurchaseInvoiceService invoices, Orders kernel, Given given, JdbcClient jdbc,
      PlatformTransactionManager transactions, Clock clock) {
    this.orders = orders;
    this.intake = intake;
    this.contacts = contacts;
    this.deliveries = deliveries;
    this.invoices = invoices;
    this.kernel = kernel;
    this.given = given;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** These orders have no processes, which other tests would wonder at. */
  @AfterEach
  void leaveNothing() {
    transaction.executeWithoutResult(status -> {
      DOCUMENTS.forEach(table -> jdbc.sql("alter table " + table + " disable trigger user").update());
      logged.forEach(number -> {
        jdbc.sql("delete from purchase_invoice_number where order_number = ?").param(number.value()).update();
        DOCUMENTS.forEach(table -> jdbc.sql("delete from " + table + " where order_number = ?")
            .param(number.value()).update());
        jdbc.sql("delete from supplier_chase where order_number = ?").param(number.value()).update();
        jdbc.sql("delete from purchase_line where order_number = ?").param(number.value()).update();
        jdbc.sql("delete from purchase_order where number = ?").param(number.value()).update();
        jdbc.sql("delete from order_cost where order_number = ?").param(number.value()).update();
        jdbc.sql("delete from orders where number = ?").param(number.value()).update();
      });
      DOCUMENTS.forEach(table -> jdbc.sql("alter table " + table + " enable trigger user").update());
    });
  }

  private <T> T within(Supplier<T> doing) {
    return transaction.execute(status -> doing.get());
  }

  private void inTransaction(Runnable doing) {
    transaction.executeWithoutResult(status -> doing.run());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Bought.NOW.zone());
  }

  private OrderNumber anOrder(String supplier, NewLine... lines) {
    NewPurchaseOrder details = new NewPurchaseOrder(new NewOrder("ACME", "OLD", "Hannah", "0700"), supplier,
        new PurchaseTerms(new BigDecimal("5.00"), new BigDecimal("100.00"), BigDecimal.ONE, BigDecimal.ZERO, true), "GBP",
        "Back door", today().plusDays(7), "C1", "stock", List.of(lines));
    OrderNumber number = within(() -> intake.log(Bought.TYPE, details, Bought.STATUS)).number();
    logged.add(number);
    return number;
  }

  private OrderNumber aSubmittedOrder(String supplier, NewLine... lines) {
    OrderNumber number = anOrder(supplier, lines);
    inTransaction(() -> contacts.submit(number, new SubmitOrder(SubmitOrder.How.BY_EMAIL, null, "S-1")));
    return number;
  }

  private NewPurchaseInvoice invoice(String number, String quantity) {
    NewPurchaseInvoice invoice = Bought.invoice(number, quantity, "2.50", "0");
    return new NewPurchaseInvoice(
        number, today(), invoice.lines(), null, BigDecimal.ZERO, BigDecimal.ZERO, false);
  }

  /** All that can be seen of an order and is not calculated from something else here. */
  private static List<Object> content(PurchaseOrder order) {
    return List.of(
        order.number(), order.order().client(), order.order().contactName(), order.supplier(), order.terms(),
        order.currency(), order.deliveryCharge(), order.isDeliveryChargeCalculated(), order.deliveryLocation(),
        order.requestedDate(), order.costCode(), order.reason(), order.supplierReference(), order.submittedAt(),
        order.submittedHow(), order.acknowledgedAt(), order.contactAttempts(), order.nextAttemptAt(),
        order.sheetVersion(), order.lastPosition(), order.documents(), order.allMovements(), order.allInvoices(),
        order.totals(), order.lines().stream().map(line -> List.of(
            line.position(), line.part(), line.description(), line.unit(), line.price(), line.vatRate(),
            line.requiredBy(), line.tolerancePercent(), line.promisedOn(), line.dispatchedOn(),
            line.quantities())).toList());
  }

  private OrderNumber anOrderWithEverything() {
    NewLine ofItsOwn = new NewLine("P-7", "Reel", KILO, new BigDecimal("2.125"), new BigDecimal("3.33"),
        new BigDecimal("5.00"), today().plusDays(3), new BigDecimal("2.50"));
    OrderNumber number = anOrder("EVERYTHING", line(PIECE, "10", "2.50"), ofItsOwn, line(PACK_OF_96, "1.5", "9.99"),
        new NewLine(null, "A thing", PIECE, BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("0.00"), null, null));
    inTransaction(() -> {
      intake.edit(number, new EditLines(null, List.of(line(PIECE, "1", "1.00")), List.of(), List.of(4)));
      contacts.submit(number, new SubmitOrder(SubmitOrder.How.BY_PHONE, "Sue", "S-1"));
    });
    inTransaction(() -> contacts.noAnswer(number));
    inTransaction(() -> {
      contacts.acknowledge(number, new AcknowledgeOrder("S-2", today().plusDays(9),
          List.of(new PromisedLine(2, today().plusDays(2))), List.of(new RefusedLine(5, "discontinued"))));
      intake.setDeliveryCharge(number, new BigDecimal("7.50"));
    });
    inTransaction(() -> deliveries.dispatch(number, new DispatchItems(
        today(), List.of(), "DHL", "T-1", "mind the step")));
    inTransaction(() -> deliveries.receive(number, new ReceiptOfItems("DN-1", false,
        List.of(new ReceivedLine(1, new BigDecimal("12"), true), new ReceivedLine(2, new BigDecimal("1.125"), false)),
        List.of(new ReturnedItem(1, BigDecimal.ONE, ReturnedItem.Reason.WRONG_ITEM, "RMA-1", "blue")), null)));
    inTransaction(() -> {
      deliveries.undo(number, Bought.undo(number + "/D1"));
      deliveries.sendBack(number, Bought.forCredit("2"));
      deliveries.endRemaining(number, Bought.notRequired(2));
      deliveries.requireAgain(number, new RequireAgain(List.of(2), "after all"));
      invoices.record(number, invoice("INV-1", "11"));
      invoices.accept(number, "INV-1", "agreed");
      invoices.record(number, invoice("INV-2", "1"));
      invoices.dispute(number, "INV-2", "twice");
    });
    inTransaction(() -> invoices.record(number, new NewCreditNote("C-1", today(), CreditKind.RETURNED, "INV-1",
        number + "/T1", List.of(new NewCreditNote.CreditedLine(1, BigDecimal.ONE, null)), BigDecimal.ZERO,
        BigDecimal.ZERO)));
    return number;
  }

  @Test
  void everything_that_was_written_is_read_again() {
    OrderNumber number = anOrderWithEverything();
    PurchaseOrder read = within(() -> orders.get(number));
    List<Object> written = within(() -> {
      List<Object> before = content(orders.lock(number));
      deliveries.receive(number, new ReceiptOfItems("DN-9", true, List.of(), List.of(), null));
      List<Object> after = content(orders.lock(number));
      assertThat(after).isNotEqualTo(before);
      assertThat(before).isEqualTo(content(read));
      return after;
    });
    PurchaseOrder again = within(() -> orders.get(number));
    assertThat(content(again)).isEqualTo(written);
    assertThat(again.supplierReference()).contains("S-2");
    assertThat(again.lines()).extracting(PurchaseLine::position).containsExactly(1, 2, 3, 5);
    assertThat(again.line(1).orElseThrow().ordered()).hasToString("11 pieces");
    assertThat(again.line(2).orElseThrow().open().isPositive()).isFalse();
    assertThat(again.line(3).orElseThrow().accepted()).hasToString("144 pieces");
    assertThat(again.line(5).orElseThrow().notRequired()).hasToString("1 piece");
    assertThat(again.allMovements()).extracting(movement -> movement.number().replace(number.value(), ""))
        .containsExactly("/N1", "/D1", "/R1", "/U1", "/T1", "/N2", "/A1", "/R2");
    assertThat(again.allInvoices()).extracting(each -> each.decision().state().label())
        .containsExactly("accepted", "disputed", "waiting");
  }

  @Test
  void figures_in_the_table_are_what_the_documents_say() {
    OrderNumber number = anOrderWithEverything();
    assertThat(jdbc.sql("""
        select count(*) from purchase_line l
        where order_number = ? and (received, returned, returned_for_credit, dispatched, kept) is distinct from (
          select (coalesce(sum(received), 0), coalesce(sum(returned), 0), coalesce(sum(returned_for_credit), 0),
            coalesce(sum(dispatched), 0), coalesce(sum(kept), 0))
          from purchase_movement_line m where (m.order_number, m.position) = (l.order_number, l.position))""")
        .param(number.value()).query(Long.class).single()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"purchase_amendment", "purchase_amendment_line", "purchase_movement", "purchase_movement_line",
      "purchase_invoice", "purchase_invoice_line", "purchase_invoice_decision"})
  void documents_are_neither_changed_nor_deleted(String table) {
    anOrderWithEverything();
    for (String statement : List.of(
        "update " + table + " set sequence = sequence", "delete from " + table, "truncate " + table + " cascade")) {
      assertThatThrownBy(() -> jdbc.sql(statement).update()).as(statement)
          .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
    }
  }

  @Test
  void database_refuses_figures_that_contradict_each_other() {
    OrderNumber number = aSubmittedOrder("CHECKED", line(PIECE, "10", "2.50"));
    for (String wrong : List.of(
        "received = 11", "not_required = 11", "returned = 1", "credited = 1", "kept = 11", "billed = -1")) {
      assertThatThrownBy(() -> jdbc.sql("update purchase_line set " + wrong + " where order_number = ?")
          .param(number.value()).update()).as(wrong).isInstanceOf(DataAccessException.class)
          .hasMessageContaining("violates check constraint");
    }
  }

  @Test
  void every_change_is_one_of_the_order_which_its_readers_hear_of() {
    OrderNumber number = aSubmittedOrder("HEARD", line(PIECE, "10", "2.50"));
    long before = within(() -> kernel.get(number).version());
    inTransaction(() -> deliveries.receive(number, Bought.receipt("DN-1", "4")));
    assertThat(within(() -> kernel.get(number).version())).isGreaterThan(before);
  }

  @Test
  void command_that_is_refused_leaves_no_row() {
    OrderNumber number = aSubmittedOrder("REFUSED", line(PIECE, "10", "2.50"));
    List<Object> before = within(() -> content(orders.get(number)));
    assertThatExceptionOfType(InvalidFieldsException.class).isThrownBy(() ->
        inTransaction(() -> deliveries.receive(number, Bought.receipt("DN-1", "11"))));
    assertThat(within(() -> content(orders.get(number)))).isEqualTo(before);
  }

  @Test
  void work_order_is_no_purchasing_order() {
    OrderUnderTest order = given.aLoggedOrder();
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> orders.get(order.number()))
        .withMessageContaining("purchasing order");
    assertThat(orders.find(new OrderNumber("PO-999999"))).isEmpty();
  }

  @Test
  void number_of_an_invoice_is_unique_for_the_supplier_until_it_is_disputed() {
    OrderNumber one = aSubmittedOrder("UNIQUE", line(PIECE, "10", "2.50"));
    OrderNumber other = aSubmittedOrder("UNIQUE", line(PIECE, "10", "2.50"));
    OrderNumber elsewhere = aSubmittedOrder("ANOTHER", line(PIECE, "10", "2.50"));
    inTransaction(() -> invoices.record(one, invoice("INV 1/7", "1")));
    inTransaction(() -> invoices.record(elsewhere, invoice("INV 1/7", "1")));
    assertThatExceptionOfType(InvalidFieldsException.class)
        .isThrownBy(() -> inTransaction(() -> invoices.record(other, invoice("inv17", "1"))))
        .withMessageContaining("already been recorded for this supplier, on " + one);
    inTransaction(() -> invoices.dispute(one, "INV17", "not ours"));
    inTransaction(() -> invoices.record(other, invoice("inv17", "1")));
  }

  // Two agents

  private List<Throwable> atTheSameInstant(Runnable one, Runnable other) throws Exception {
    return SameInstant.failures(() -> inTransaction(one), () -> inTransaction(other));
  }

  @Test
  void one_delivery_two_agents_receipt_at_once_comes_in_once() throws Exception {
    for (int i = 0; i < 10; i++) {
      OrderNumber number = aSubmittedOrder("TWICE", line(PIECE, "10", "2.50"));
      List<Throwable> failures = atTheSameInstant(
          () -> deliveries.receive(number, Bought.receipt("DN 1-a", "4")),
          () -> deliveries.receive(number, Bought.receipt("dn1A", "4")));
      assertThat(failures).singleElement().isInstanceOf(InvalidFieldsException.class).asString()
          .contains("already receipted as " + number + "/R1");
      assertThat(within(() -> orders.get(number)).line(1).orElseThrow().accepted()).hasToString("4 pieces");
    }
  }

  @Test
  void agent_who_saw_the_order_before_a_receipt_of_another_delivery_is_told() throws Exception {
    for (int i = 0; i < 10; i++) {
      OrderNumber number = aSubmittedOrder("SEEN", line(PIECE, "10", "2.50"));
      int seen = within(() -> orders.get(number)).documents();
      List<Throwable> failures = atTheSameInstant(
          () -> deliveries.receive(number, new ReceiptOfItems("DN-1", true, List.of(), List.of(), seen)),
          () -> deliveries.receive(number, new ReceiptOfItems("DN-2", true, List.of(), List.of(), seen)));
      assertThat(failures).singleElement().isInstanceOf(RecordedMeanwhileException.class).asString()
          .contains("recorded " + number + "/R1 after you opened this form");
      assertThat(within(() -> orders.get(number)).line(1).orElseThrow().received()).hasToString("10 pieces");
    }
  }

  @Test
  void one_number_two_orders_are_invoiced_by_at_once_is_recorded_once() throws Exception {
    for (int i = 0; i < 10; i++) {
      String paper = "RACE-" + i;
      OrderNumber one = aSubmittedOrder("RACE", line(PIECE, "10", "2.50"));
      OrderNumber other = aSubmittedOrder("RACE", line(PIECE, "10", "2.50"));
      List<Throwable> failures = atTheSameInstant(
          () -> invoices.record(one, invoice(paper, "1")), () -> invoices.record(other, invoice(paper, "1")));
      assertThat(failures).singleElement().isInstanceOf(InvalidFieldsException.class).asString()
          .contains("already been recorded for this supplier");
    }
  }
}
