package org.jobline.documents;

import java.util.Optional;
import org.jobline.action.Fields;

/** What is said of a document; what is left empty stays as it is. */
record Description(Optional<String> type, Optional<String> subType, Optional<String> title) {

  static Description of(Fields form) {
    return new Description(form.text("type"), form.text("subType"), form.text("title"));
  }
}
