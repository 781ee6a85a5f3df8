package org.jobline.documents.printing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jobline.platform.engine.UserNames;
import org.jobline.platform.time.WrittenTime;
import org.jobline.purchasing.Movement;
import org.jobline.purchasing.PurchaseLine;
import org.jobline.purchasing.PurchaseOrder;
import org.springframework.stereotype.Component;

/** The paper of a receipt or a return: what came, and what goes back why and under which number, for the supplier. */
@Component
class DeliverySheet {

  private static final String TEMPLATE = "delivery";

  private final PaperContent content;
  private final PdfRendering rendering;
  private final SupplierOnPaper supplier;
  private final UserNames names;

  DeliverySheet(PaperContent content, PdfRendering rendering, SupplierOnPaper supplier, UserNames names) {
    this.content = content;
    this.rendering = rendering;
    this.supplier = supplier;
    this.names = names;
  }

  /** A row of what came. */
  record Received(int position, String part, String description, String quantity) {

    private static Received of(Movement.Line line, PurchaseLine bought) {
      return new Received(bought.position(), bought.part().orElse(""), bought.description(),
          bought.quantity(line.change().received()).toString());
    }
  }

  /**
   * A row of what goes back.
   *
   * @param authorisation the supplier's number for it
   */
  record Returned(
      int position, String part, String description, String note, String quantity, String reason,
      String authorisation) {

    private static Returned of(Movement.Line line, PurchaseLine bought) {
      return new Returned(bought.position(), bought.part().orElse(""), bought.description(),
          Objects.requireNonNullElse(line.note(), ""), bought.quantity(line.change().returned()).toString(),
          line.reasonOfReturn().orElse(""), Objects.requireNonNullElse(line.authorisationNumber(), ""));
    }
  }

  byte[] pdf(PurchaseOrder order, Movement movement) {
    Map<String, Object> values = new LinkedHashMap<>(content.head(order.order()));
    values.put("title", movement.kind() == Movement.Kind.RECEIPT ? "Goods received note" : "Return note");
    values.put("number", movement.number());
    values.put("facts", facts(order, movement));
    values.put("received", movement.lines().stream().filter(line -> line.change().received().signum() > 0)
        .map(line -> Received.of(line, order.line(line.position()).orElseThrow())).toList());
    values.put("returned", movement.lines().stream().filter(line -> line.change().returned().signum() > 0)
        .map(line -> Returned.of(line, order.line(line.position()).orElseThrow())).toList());
    return rendering.pdf(TEMPLATE, values);
  }

  private List<PaperContent.Fact> facts(PurchaseOrder order, Movement movement) {
    Map<String, String> facts = supplier.facts(order);
    facts.put("Our order", order.number().value());
    facts.put("Delivery note", Objects.requireNonNullElse(movement.particulars().deliveryNote(), ""));
    facts.put(movement.kind() == Movement.Kind.RECEIPT ? "Received" : "Sent back",
        WrittenTime.minute(movement.recordedAt(), content.zone(order.order())) + ", "
            + names.of(movement.recordedBy()));
    facts.put("Site", content.siteAddress(order.order()));
    facts.put("Contact", content.contact(order.order()));
    facts.put("Return number", movement.lines().stream().map(Movement.Line::authorisationNumber)
        .filter(Objects::nonNull).distinct().collect(Collectors.joining(", ")));
    if (movement.kind() == Movement.Kind.RETURN) {
      facts.put("We expect", movement.lines().stream().anyMatch(line -> line.change().returnedForCredit().signum() > 0)
          ? "a credit note" : "a replacement");
    }
    order.counterOf(movement).ifPresent(counter -> facts.put("No longer valid", "undone by " + counter.number() + ": "
        + Objects.requireNonNullElse(counter.particulars().reason(), "")));
    return SupplierOnPaper.known(facts);
  }
}
