package org.jobline.documents.printing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.purchasing.PurchaseOrder;
import org.jobline.referencedata.supplier.Supplier;
import org.jobline.referencedata.supplier.SupplierAccount;
import org.jobline.referencedata.supplier.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every paper for a supplier begins with: who it is, and by what they know the client and the order. */
@Component
class SupplierOnPaper {

  private final Suppliers suppliers;

  SupplierOnPaper(Suppliers suppliers) {
    this.suppliers = suppliers;
  }

  /** By label; what is not known is empty. */
  Map<String, String> facts(PurchaseOrder order) {
    Optional<Supplier> supplier = order.supplier().flatMap(suppliers::find);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Supplier", supplier.map(found -> lines(found.name(), found.phone(), found.email())).orElse(""));
    facts.put("Our account", order.supplier().flatMap(code -> suppliers.account(code, order.order().client()))
        .map(SupplierAccount::accountNumber).orElse(""));
    facts.put("Your reference", order.supplierReference().orElse(""));
    return facts;
  }

  /** As the templates have them, without those that are empty. */
  static List<PaperContent.Fact> known(Map<String, String> facts) {
    return facts.entrySet().stream().filter(fact -> !fact.getValue().isEmpty())
        .map(fact -> new PaperContent.Fact(fact.getKey(), fact.getValue())).toList();
  }

  static String lines(@Nullable String... parts) {
    return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining("\n"));
  }
}
