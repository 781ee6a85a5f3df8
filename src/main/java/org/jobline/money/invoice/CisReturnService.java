package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.platform.web.CsvLine;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the tax authority is told each month (domain/money.md, CIS). */
@Service
class CisReturnService {

  private static final int FIRST_DAY = 6;

  private final InvoiceRepository invoices;
  private final ContractorService contractors;

  CisReturnService(InvoiceRepository invoices, ContractorService contractors) {
    this.invoices = invoices;
    this.contractors = contractors;
  }

  /**
   * One line for each contractor and currency, then one total for each currency; by the date of the accepted invoices.
   *
   * @param month in which the tax month begins
   */
  @Transactional(readOnly = true)
  String csv(YearMonth month) {
    List<Invoice> counted = invoices.cis(month.atDay(FIRST_DAY), month.plusMonths(1).atDay(FIRST_DAY - 1));
    Stream<String> header = Stream.of(CsvLine.BYTE_ORDER_MARK + CsvLine.of(
        "resource", "name", "cis status", "verification number", "verified on", "currency", "invoices",
        "labour", "materials", "vat", "deduction", "payable"));
    Stream<String> perContractor = by(counted, invoice -> invoice.resource() + " " + invoice.currency())
        .values().stream().map(this::ofContractor);
    Stream<String> totals = by(counted, Invoice::currency).values().stream()
        .map(total -> CsvLine.of(Stream.concat(Stream.of("Total", "", "", "", ""), figures(total)).toArray()));
    return Stream.of(header, perContractor, totals).flatMap(Function.identity()).collect(Collectors.joining());
  }

  private static Map<String, List<Invoice>> by(List<Invoice> invoices, Function<Invoice, String> key) {
    return invoices.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private String ofContractor(List<Invoice> counted) {
    Contractor contractor = contractors.find(counted.get(0).resource()).orElseThrow();
    return CsvLine.of(Stream.concat(
        Stream.of(contractor.code(), contractor.name(), contractor.cisStatus().label(),
            Objects.toString(contractor.cisVerificationNumber(), ""), Objects.toString(contractor.cisVerifiedOn(), "")),
        figures(counted)).toArray());
  }

  private static Stream<Object> figures(List<Invoice> counted) {
    return Stream.of(counted.get(0).currency(), counted.size(), sum(counted, Invoice::labour),
        sum(counted, Invoice::materials), sum(counted, Invoice::vat), sum(counted, Invoice::deduction),
        sum(counted, Invoice::payable));
  }

  private static BigDecimal sum(List<Invoice> counted, Function<Invoice, BigDecimal> figure) {
    return counted.stream().map(figure).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }
}
