package org.jobline.referencedata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reference data")
class ReferenceDataImportController {

  private final ReferenceDataImport referenceData;

  ReferenceDataImportController(ReferenceDataImport referenceData) {
    this.referenceData = referenceData;
  }

  /** What was imported, a row for each file. */
  record ImportResult(List<ImportedFile> files) {}

  @PostMapping(path = "/reference-data", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(operationId = "importReferenceData",
      summary = "Import reference data: one CSV file per table, all or nothing")
  ImportResult load(@RequestPart("files") List<MultipartFile> files) {
    return new ImportResult(referenceData.load(files.stream().map(ReferenceDataImportController::csv).toList()));
  }

  private static CsvFile csv(MultipartFile file) {
    try {
      return new CsvFile(file.getOriginalFilename(), file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
