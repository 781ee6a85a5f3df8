package org.jobline.referencedata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jobline.referencedata.CsvTable.Row;
import org.jobline.referencedata.ReferenceTable.Column;
import org.jobline.referencedata.ReferenceTable.Reference;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports reference data from files: inserts what is new by its key, updates what is there, or changes nothing. */
@Service
public class ReferenceDataImport {

  private static final Logger log = LoggerFactory.getLogger(ReferenceDataImport.class);

  private static final String SUFFIX = ".csv";

  private final ReferenceDataImportRepository repository;

  ReferenceDataImport(ReferenceDataImportRepository repository) {
    this.repository = repository;
  }

  /**
   * What is to become of a file's rows.
   *
   * @param rows as they will be stored, by their keys
   */
  private record Change(CsvTable csv, Map<List<String>, Map<String, String>> rows,
      Map<List<String>, Integer> lines, Map<List<String>, Map<String, String>> existing) {

    private ReferenceTable table() {
      return csv.table();
    }

    private List<Map<String, String>> inserted() {
      return rows.entrySet().stream().filter(row -> !existing.containsKey(row.getKey())).map(Map.Entry::getValue)
          .toList();
    }

    private List<Map<String, String>> updated() {
      return rows.entrySet().stream()
          .filter(row -> existing.containsKey(row.getKey()) && !existing.get(row.getKey()).equals(row.getValue()))
          .map(Map.Entry::getValue).toList();
    }

    private List<Map<String, String>> removed() {
      if (table().owner().isEmpty()) {
        return List.of();
      }
      Set<List<String>> owners = rows.values().stream().map(row -> key(table().owner(), row))
          .collect(Collectors.toSet());
      return existing.entrySet().stream()
          .filter(row -> !rows.containsKey(row.getKey()) && owners.contains(key(table().owner(), row.getValue())))
          .map(Map.Entry::getValue).toList();
    }
  }

  static List<String> key(List<String> columns, Map<String, String> row) {
    return columns.stream().map(column -> Objects.requireNonNullElse(row.get(column), "")).toList();
  }

  /**
   * All files or none.
   *
   * @throws InvalidReferenceDataException when one of them cannot be read or does not fit
   */
  @Transactional
  public List<ImportedFile> load(List<CsvFile> files) {
    Faults faults = new Faults();
    List<CsvTable> tables = read(files, faults);
    repository.oneAtATime();
    List<Change> changes = tables.stream().map(csv -> change(csv, faults)).toList();
    checkReferences(changes, faults);
    faults.refuse();
    List<ImportedFile> imported = changes.stream().map(ReferenceDataImport.this::store).toList();
    checkConstraints(changes);
    log.info("Imported reference data: {}", imported);
    return imported;
  }

  /** In the order of the tables: what is referred to comes first, whatever came first in the request. */
  private static List<CsvTable> read(List<CsvFile> files, Faults faults) {
    Map<Integer, CsvTable> tables = new TreeMap<>();
    if (files.isEmpty()) {
      faults.add("files", null, null, "is required: one CSV file per table.");
    }
    for (CsvFile file : files) {
      String name = Objects.requireNonNullElse(file.name(), "");
      ReferenceTable table = name.endsWith(SUFFIX)
          ? ReferenceTables.named(name.substring(0, name.length() - SUFFIX.length())).orElse(null) : null;
      if (table == null) {
        faults.add(Faults.shown(name), null, null, "isn't a reference data file. Name it after its table: "
            + ReferenceTables.ALL.stream().map(ReferenceTable::name).collect(Collectors.joining(", "))
            + ", with .csv added.");
      } else if (tables.putIfAbsent(ReferenceTables.ALL.indexOf(table), CsvTable.read(file, table, faults)) != null) {
        faults.add(name, null, null, "must be there only once.");
      }
    }
    return List.copyOf(tables.values());
  }

  private Change change(CsvTable csv, Faults faults) {
    ReferenceTable table = csv.table();
    Map<List<String>, Map<String, String>> existing = repository.rows(table);
    Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
    Map<List<String>, Integer> lines = new HashMap<>();
    for (Row row : csv.rows()) {
      List<String> key = key(table.key(), whole(table, row.cells(), null));
      Integer first = lines.putIfAbsent(key, row.line());
      if (first != null) {
        faults.add(csv.file(), row.line(), String.join(",", table.key()), "is the same as in line " + first + ".");
        continue;
      }
      Map<String, String> before = existing.get(key);
      Map<String, String> whole = whole(table, row.cells(), before);
      csv.check(row, whole);
      checkFixed(csv, row, whole, before, faults);
      rows.put(key, whole);
    }
    return new Change(csv, rows, lines, existing);
  }

  /** Columns the file does not have stay as they are. */
  private static Map<String, String> whole(
      ReferenceTable table, Map<String, String> cells, @Nullable Map<String, String> before) {
    Map<String, String> whole = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      String name = column.name();
      whole.put(name, cells.containsKey(name) ? cells.get(name)
          : before != null ? before.get(name) : column.fallback());
    }
    return whole;
  }

  private static void checkFixed(
      CsvTable csv, Row row, Map<String, String> whole, @Nullable Map<String, String> before, Faults faults) {
    if (before == null) {
      return;
    }
    csv.table().columns().stream()
        .filter(column -> column.fixed() && !Objects.equals(whole.get(column.name()), before.get(column.name())))
        .forEach(column -> faults.add(csv.file(), row.line(), column.name(), "must stay "
            + Faults.shown(before.getOrDefault(column.name(), "")) + ", because orders use it. Use a new code."));
  }

  private void checkReferences(List<Change> changes, Faults faults) {
    Map<String, Set<List<String>>> known = new HashMap<>();
    for (Change change : changes) {
      Set<List<String>> keys = new HashSet<>(change.existing().keySet());
      keys.addAll(change.lines().keySet());
      known.put(change.table().name(), keys);
    }
    for (Change change : changes) {
      for (Reference reference : change.table().references()) {
        Set<List<String>> keys = known.computeIfAbsent(reference.table(), name ->
            repository.rows(ReferenceTables.named(name).orElseThrow()).keySet());
        change.rows().forEach((key, row) -> {
          List<String> wanted = key(reference.columns(), row);
          if (!wanted.equals(List.of("")) && !keys.contains(wanted)) {
            faults.add(change.csv().file(), change.lines().get(key),
                reference.columns().get(reference.columns().size() - 1),
                Faults.shown(String.join(" ", wanted)) + " must already exist, or be in " + reference.table() + SUFFIX
                    + " of the same request.");
          }
        });
      }
    }
  }

  private ImportedFile store(Change change) {
    List<Map<String, String>> inserted = change.inserted();
    List<Map<String, String>> updated = change.updated();
    List<Map<String, String>> removed = change.removed();
    try {
      repository.delete(change.table(), removed);
      repository.update(change.table(), updated);
      repository.insert(change.table(), inserted);
    } catch (DataIntegrityViolationException e) {
      throw refused(change, e);
    }
    return new ImportedFile(change.csv().file(), inserted.size(), updated.size(),
        change.rows().size() - inserted.size() - updated.size(), removed.size());
  }

  private void checkConstraints(List<Change> changes) {
    try {
      repository.checkConstraints();
    } catch (DataIntegrityViolationException e) {
      throw changes.stream().filter(change -> change.table().name().equals(message(e).getTable()))
          .findFirst().map(change -> refused(change, e)).orElseThrow(() -> e);
    }
  }

  /** What only the database found out, such as a rank that another priority has. */
  private static RuntimeException refused(Change change, DataIntegrityViolationException e) {
    Faults faults = new Faults();
    ServerErrorMessage message = message(e);
    faults.add(change.csv().file(), null, message.getColumn(), "breaks a rule of the table"
        + (message.getConstraint() == null ? "" : " (" + message.getConstraint() + ")")
        + (message.getDetail() == null ? "." : ": " + message.getDetail()));
    try {
      faults.refuse();
      return e;
    } catch (InvalidReferenceDataException refused) {
      refused.addSuppressed(e);
      return refused;
    }
  }

  private static ServerErrorMessage message(DataIntegrityViolationException e) {
    if (e.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null) {
      return cause.getServerErrorMessage();
    }
    throw e;
  }
}
