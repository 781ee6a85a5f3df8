package org.jobline.referencedata.supplier;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.Rules;
import org.jobline.referencedata.estate.ReferenceData;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suppliers and what they sell, for agents who order parts and for imports. */
@RestController
@RequestMapping("/api")
@Tag(name = "Reference data")
class SupplierController {

  private final Suppliers suppliers;
  private final PartCatalogue catalogue;
  private final ReferenceData referenceData;
  private final DeliveryRecords deliveries;

  SupplierController(
      Suppliers suppliers, PartCatalogue catalogue, ReferenceData referenceData, DeliveryRecords deliveries) {
    this.suppliers = suppliers;
    this.catalogue = catalogue;
    this.referenceData = referenceData;
    this.deliveries = deliveries;
  }

  /**
   * @param clients what it agreed with each of them, with former ones too
   * @param onTime over the last 12 months; null when nothing was expected of it
   */
  record SupplierWithClients(
      @JsonUnwrapped Supplier supplier, List<SupplierAccount> clients, @Nullable OnTimeRate onTime) {}

  /**
   * @param key what names it among all catalogues, in forms too
   * @param currency of its prices
   */
  record PartOffer(String key, String supplierName, String currency, @JsonUnwrapped CataloguePart part) {}

  @GetMapping("/suppliers")
  @Operation(operationId = "getSuppliers",
      summary = "Suppliers; with a client, those the client can order something from")
  PagedModel<Supplier> suppliers(
      @RequestParam(required = false) @Nullable String client,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
    PageRequest section = PageRequest.of(page, size);
    if (client == null) {
      return new PagedModel<>(suppliers.search(text, section));
    }
    checkClient(client);
    return new PagedModel<>(suppliers.ofClient(client, text, section));
  }

  @GetMapping("/suppliers/{code}")
  @Operation(operationId = "getSupplier", summary = "A supplier with what it agreed with each client, and how often it delivers on time")
  SupplierWithClients supplier(@PathVariable String code) {
    Supplier supplier = suppliers.known(code);
    return new SupplierWithClients(
        supplier, suppliers.accounts(supplier.code()), deliveries.onTimeRate(supplier.code()).orElse(null));
  }

  @GetMapping("/catalogue-parts")
  @Operation(operationId = "getCatalogueParts",
      summary = "What a client can order from its suppliers, or from one of them, best match first")
  PagedModel<PartOffer> parts(
      @RequestParam String client,
      @RequestParam(required = false) @Nullable String supplier,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
    checkClient(client);
    List<Supplier> asked = suppliers.ofClient(client).stream()
        .filter(each -> supplier == null || each.code().equals(supplier)).toList();
    if (supplier != null && asked.isEmpty()) {
      throw new InvalidFieldsException("supplier", "This client doesn't buy from this supplier.");
    }
    Map<String, Supplier> byCode = asked.stream().collect(Collectors.toMap(Supplier::code, Function.identity()));
    Page<CataloguePart> found = catalogue.search(asked, text, PageRequest.of(page, size));
    return new PagedModel<>(found.map(part -> {
      Supplier seller = Objects.requireNonNull(byCode.get(part.supplier()));
      return new PartOffer(part.key().toString(), seller.name(), seller.currency(), part);
    }));
  }

  private void checkClient(String client) {
    Rules.searchable("client", client);
    if (referenceData.client(client).isEmpty()) {
      throw new InvalidFieldsException("client", "No client has this code.");
    }
  }
}
