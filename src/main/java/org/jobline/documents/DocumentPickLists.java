package org.jobline.documents;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms offer of documents and certificates. */
@Configuration(proxyBeanMethods = false)
class DocumentPickLists {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  @Bean
  PickList documentTypes(DocumentTypeRepository types) {
    return new ShortPickList("documentTypes", "Pick a document type from the list.", order -> named(types.types()));
  }

  @Bean
  PickList documentSubTypes(DocumentTypeRepository types) {
    return new ShortPickList("documentSubTypes", "Pick a sub-type from the list.",
        order -> named(types.subTypes(null)));
  }

  @Bean
  PickList certificateTypes(DocumentTypeRepository types) {
    return new ShortPickList("certificateTypes", "Pick a certificate type from the list.",
        order -> named(types.certificateTypes()));
  }

  @Bean
  PickList orderDocuments(DocumentRepository documents) {
    return new ShortPickList("orderDocuments", "Pick one of the order's documents.",
        order -> order.stream()
            .flatMap(present -> documents.of(present.number().value()).stream())
            .map(document -> new Choice(document.id().toString(), document.title() + " · " + document.type() + " · "
                + DAY.format(document.uploadedAt().atZone(ZoneOffset.UTC))))
            .toList());
  }

  @Bean
  PickList orderCertificates(CertificateRepository certificates) {
    return new ShortPickList("orderCertificates", "Pick one of the order's certificates.",
        order -> order.stream()
            .flatMap(present -> certificates.of(present.number().value()).stream())
            .map(certificate -> new Choice(certificate.id().toString(),
                certificate.type() + " " + certificate.number() + " · " + certificate.result()))
            .toList());
  }

  private static List<Choice> named(List<String> names) {
    return names.stream().map(name -> new Choice(name, name)).toList();
  }
}
