package org.jobline.desk.worklist;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.jobline.order.OrderTypes;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.web.CsvLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers what lists ask, page by page for the screen or all at once for a spreadsheet. */
@Service
class OrderListService {

  /** As many orders a file has at most; a file that lacks some would not be noticed. */
  private static final int MAX_EXPORTED = 10_000;
  /** Who reads that there are more asks for fewer; counting on would take longer than finding the page. */
  private static final int MAX_COUNTED = 10_000;

  private static final int AT_ONCE = 500;

  private final OrderSearch search;
  private final OrderTypes types;

  OrderListService(OrderSearch search, OrderTypes types) {
    this.search = search;
    this.types = types;
  }

  /** @throws InvalidFieldsException when the query is none lists can answer */
  @Transactional(readOnly = true)
  OrderPage page(OrderQuery query) {
    query.check(types.names());
    int size = query.pageSize();
    Optional<TextSearch.Match> text = search.text(query);
    List<String> numbers = search.numbers(query, text, size, (long) query.pageNumber() * size);
    Long total = total(query, text, numbers.size());
    boolean more = total != null && total > MAX_COUNTED;
    return new OrderPage(
        search.rows(numbers), more ? Long.valueOf(MAX_COUNTED) : total, more, query.pageNumber(), size);
  }

  private @Nullable Long total(OrderQuery query, Optional<TextSearch.Match> text, int found) {
    boolean isAll = query.pageNumber() == 0 && found < query.pageSize();
    return !query.isTotalWanted() ? null : isAll ? Long.valueOf(found)
        : Long.valueOf(search.count(query, text, MAX_COUNTED + 1));
  }

  /** The file is written as it is read. */
  interface Destination {
    Writer open() throws IOException;
  }

  /**
   * Writes all the orders of a query, whatever its page, a line each below the headings. Times are those of the query's
   * zone, as spreadsheets read them; of a query without one they are instants.
   *
   * @param destination opened when it is certain that there is something to write
   * @throws InvalidFieldsException when the query is none lists can answer, or too many orders answer it
   */
  @Transactional(readOnly = true)
  void csv(OrderQuery query, List<OrderColumn> columns, Destination destination) throws IOException {
    query.check(types.names());
    List<String> numbers = search.numbers(query, search.text(query), MAX_EXPORTED + 1, 0);
    if (numbers.size() > MAX_EXPORTED) {
      throw new InvalidFieldsException("size", "is too large: a file holds up to " + MAX_EXPORTED
          + " orders. Narrow the search, e.g. to one client or month.");
    }
    Writer file = destination.open();
    file.write(CsvLine.BYTE_ORDER_MARK);
    file.write(CsvLine.of(columns.stream().map(OrderColumn::heading).toArray()));
    for (int first = 0; first < numbers.size(); first += AT_ONCE) {
      for (OrderRow row : search.rows(numbers.subList(first, Math.min(first + AT_ONCE, numbers.size())))) {
        file.write(CsvLine.of(columns.stream().map(column -> column.of(row, query.fileZone())).toArray()));
      }
    }
    file.flush();
  }
}
