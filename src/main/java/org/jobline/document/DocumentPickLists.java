package org.jobline.document;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.search.SearchText;
import org.jobline.workorder.WorkOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms offer of documents and certificates. */
@Configuration(proxyBeanMethods = false)
class DocumentPickLists {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  @Bean
  PickList documentTypes(DocumentTypeRepository types) {
    return new Listed("documentTypes", "must be one of the types of document", order -> named(types.types()));
  }

  @Bean
  PickList documentSubTypes(DocumentTypeRepository types) {
    return new Listed("documentSubTypes", "must be one of the sub-types of document",
        order -> named(types.subTypes(null)));
  }

  @Bean
  PickList certificateTypes(DocumentTypeRepository types) {
    return new Listed("certificateTypes", "must be one of the types of certificate",
        order -> named(types.certificateTypes()));
  }

  @Bean
  PickList orderDocuments(DocumentRepository documents) {
    return new Listed("orderDocuments", "must be one of the order's documents",
        order -> order.stream()
            .flatMap(present -> documents.of(present.number().value()).stream())
            .map(document -> new Choice(document.id().toString(), document.title() + " · " + document.type() + " · "
                + DAY.format(document.uploadedAt().atZone(ZoneOffset.UTC))))
            .toList());
  }

  @Bean
  PickList orderCertificates(CertificateRepository certificates) {
    return new Listed("orderCertificates", "must be one of the order's certificates",
        order -> order.stream()
            .flatMap(present -> certificates.of(present.number().value()).stream())
            .map(certificate -> new Choice(certificate.id().toString(),
                certificate.type() + " " + certificate.number() + " · " + certificate.result()))
            .toList());
  }

  private static List<Choice> named(List<String> names) {
    return names.stream().map(name -> new Choice(name, name)).toList();
  }

  private record Listed(String name, String expectation, Function<Optional<WorkOrder>, List<Choice>> all)
      implements PickList {

    @Override
    public List<Choice> choices(Optional<WorkOrder> order, String text, int limit) {
      SearchText search = new SearchText(text);
      return all.apply(order).stream().filter(choice -> search.isFoundIn(choice.label())).limit(limit).toList();
    }

    @Override
    public Optional<Choice> find(Optional<WorkOrder> order, String value) {
      return all.apply(order).stream().filter(choice -> choice.value().equals(value)).findFirst();
    }
  }
}
