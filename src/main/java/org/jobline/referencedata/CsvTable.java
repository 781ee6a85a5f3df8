package org.jobline.referencedata;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jobline.platform.web.CsvLine;
import org.jobline.referencedata.ReferenceTable.Column;
import org.jobline.referencedata.ReferenceTable.Rule;

/** A file read into rows of its table, as far as it can be read. */
final class CsvTable {

  private static final int MAX_LINES = 100_000;

  /** @param cells by column; an empty one is there without a value, one that cannot be read is not there */
  record Row(int line, Map<String, String> cells) {}

  private final String file;
  private final ReferenceTable table;
  private final Faults faults;
  private final List<Row> rows = new ArrayList<>();
  private List<String> header = List.of();

  private CsvTable(String file, ReferenceTable table, Faults faults) {
    this.file = file;
    this.table = table;
    this.faults = faults;
  }

  static CsvTable read(CsvFile file, ReferenceTable table, Faults faults) {
    CsvTable read = new CsvTable(file.name(), table, faults);
    read.text(file.content()).ifPresent(read::records);
    return read;
  }

  String file() {
    return file;
  }

  ReferenceTable table() {
    return table;
  }

  List<Row> rows() {
    return rows;
  }

  private Optional<String> text(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text.startsWith(CsvLine.BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      faults.add(file, null, null, "must be in UTF-8.");
      return Optional.empty();
    }
  }

  private void records(String text) {
    int line = 1;
    try (CsvReader<CsvRecord> records = CsvReader.builder().allowExtraFields(true).allowMissingFields(true)
        .ofCsvRecord(text)) {
      boolean isHeader = true;
      for (CsvRecord cells : records) {
        line = (int) cells.getStartingLineNumber();
        if (isHeader && !header(line, cells.getFields()) || !isHeader && !row(line, cells.getFields())) {
          return;
        }
        isHeader = false;
      }
      if (isHeader) {
        faults.add(file, 1, null, "must have the column names: " + names() + ".");
      } else if (text.chars().filter(character -> character == '"').count() % 2 != 0) {
        faults.add(file, line, null, "has an unbalanced quotation mark: put a cell that contains quotation marks in"
            + " quotation marks and double those inside.");
      }
    } catch (CsvParseException e) {
      faults.add(file, line, null, "this line or the next isn't valid CSV: a cell in quotation marks must end with one,"
          + " followed by a comma.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @return whether the rows can be read with these columns */
  private boolean header(int line, List<String> names) {
    header = names.stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    boolean isKnown = true;
    for (String name : header) {
      if (table.column(name).isEmpty()) {
        faults.add(file, line, name, "isn't a column of " + table.name() + ", which has " + names()
            + ", separated by commas.");
        isKnown = false;
      } else if (!seen.add(name)) {
        faults.add(file, line, name, "must be there only once.");
        isKnown = false;
      }
    }
    for (Column column : table.columns()) {
      if (column.required() && !header.contains(column.name())) {
        faults.add(file, line, column.name(), "is missing.");
        isKnown = false;
      }
    }
    return isKnown;
  }

  /** @return whether the next line is to be read */
  private boolean row(int line, List<String> fields) {
    if (rows.size() == MAX_LINES) {
      faults.add(file, line, null, "a file can't have more than " + MAX_LINES + " lines. Split it.");
      return false;
    }
    if (fields.size() != header.size()) {
      faults.add(file, line, null, "has " + fields.size() + " cells and must have " + header.size()
          + ", one per column; put a cell with a comma in quotation marks.");
      return true;
    }
    Map<String, String> cells = new LinkedHashMap<>();
    boolean isReadable = true;
    for (int index = 0; index < fields.size(); index++) {
      Column column = table.column(header.get(index)).orElseThrow();
      String cell = fields.get(index).strip();
      if (cell.isEmpty()) {
        isReadable &= !column.required();
        cells.put(column.name(), column.fallback());
        if (column.required()) {
          faults.add(file, line, column.name(), "is required: " + column.kind().expectation() + ".");
        }
      } else {
        Optional<String> value = column.kind().canonical().apply(cell);
        isReadable &= value.isPresent();
        value.ifPresentOrElse(canonical -> cells.put(column.name(), canonical), () -> faults.add(file, line,
            column.name(), Faults.shown(cell) + " must be " + column.kind().expectation() + "."));
      }
    }
    if (isReadable) {
      rows.add(new Row(line, cells));
    }
    return true;
  }

  /** What is wrong with a row as it would be stored. */
  void check(Row row, Map<String, String> whole) {
    for (Rule rule : table.rules()) {
      if (rule.broken().test(whole)) {
        faults.add(file, row.line(), rule.column(), rule.message());
      }
    }
  }

  private String names() {
    return table.columns().stream().map(Column::name).collect(Collectors.joining(","));
  }
}
