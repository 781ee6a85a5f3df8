package org.jobline.documents;

import java.time.LocalDate;
import org.jobline.action.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a certificate that is added.
 *
 * @param asset null: none in particular
 * @param upload its paper
 */
record NewCertificate(
    String type, String number, LocalDate issuedOn, LocalDate validTo, String result,
    @Nullable String asset, String upload) {

  static NewCertificate of(Fields form) {
    return new NewCertificate(form.text("type").orElseThrow(), form.text("number").orElseThrow(),
        form.date("issuedOn").orElseThrow(), form.date("validTo").orElseThrow(), form.text("result").orElseThrow(),
        form.text("asset").orElse(null), form.text(UploadService.FIELD).orElseThrow());
  }
}
