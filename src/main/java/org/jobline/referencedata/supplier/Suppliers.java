package org.jobline.referencedata.supplier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.SearchText;
import org.jobline.platform.persistence.TransactionMemory;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom parts are bought from, and what was agreed with them. */
@Service
@Transactional(readOnly = true)
public class Suppliers {

  private final SupplierRepository repository;
  private final TransactionMemory memory;

  Suppliers(SupplierRepository repository, TransactionMemory memory) {
    this.repository = repository;
    this.memory = memory;
  }

  public Optional<Supplier> find(String code) {
    return memory.get(Supplier.class, code, () -> repository.find(code));
  }

  /** @throws NotFoundException when there is no such supplier */
  public Supplier known(String code) {
    return find(code).orElseThrow(() -> new NotFoundException("supplier", code));
  }

  /** Searches code and name of all, also of those nothing can be ordered from any more. */
  public Page<Supplier> search(String text, Pageable page) {
    return repository.search(text, page);
  }

  /** Those the client can order something from, by name. */
  public List<Supplier> ofClient(String client) {
    return repository.active(client);
  }

  /** Of {@link #ofClient}, those whose code and name have the words. */
  public Page<Supplier> ofClient(String client, String text, Pageable page) {
    SearchText search = new SearchText(text);
    List<Supplier> found = ofClient(client).stream()
        .filter(supplier -> search.isFoundIn(supplier.label())).toList();
    return new PageImpl<>(
        found.stream().skip(page.getOffset()).limit(page.getPageSize()).toList(), page, found.size());
  }

  /** Those of the order's client; while it is being logged, all something can be ordered from. */
  public List<Supplier> ofOrder(Optional<Order> order) {
    return order.map(Order::client).map(this::ofClient).orElseGet(repository::active);
  }

  /** What the supplier agreed with each of its clients, with former ones too. */
  public List<SupplierAccount> accounts(String supplier) {
    return repository.accounts(supplier);
  }

  /** What the supplier agreed with the client; empty when the client never bought from it. */
  public Optional<SupplierAccount> account(String supplier, String client) {
    return memory.get(SupplierAccount.class, List.of(supplier, client), () -> repository.account(supplier, client));
  }

  /**
   * How much more than was ordered the client may keep of it, in percent: what they agreed, else what holds for all its
   * clients.
   *
   * @throws NotFoundException when there is no such supplier
   */
  public BigDecimal overDeliveryTolerance(String supplier, String client) {
    return account(supplier, client).map(SupplierAccount::tolerancePercent)
        .orElseGet(() -> known(supplier).tolerancePercent());
  }
}
