package org.jobline.referencedata.supplier;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jobline.platform.persistence.SearchText;
import org.jobline.platform.persistence.SearchWords;
import org.jobline.platform.persistence.TransactionMemory;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What suppliers sell. */
@Service
@Transactional(readOnly = true)
public class PartCatalogue {

  /** Of a size, such as 600 × 400, which is written in several ways. */
  private static final Pattern BETWEEN_SIDES = Pattern.compile("(?<=[0-9])\\s*[x×]\\s*(?=[0-9])");

  private final PartCatalogueRepository repository;
  private final TransactionMemory memory;
  private final SearchWords words;

  PartCatalogue(PartCatalogueRepository repository, TransactionMemory memory, JdbcClient jdbc) {
    this.repository = repository;
    this.memory = memory;
    this.words = new SearchWords(jdbc, "part_word");
  }

  /** A part, also one that cannot be ordered any more. */
  public Optional<CataloguePart> part(PartKey key) {
    return memory.get(CataloguePart.class, key, () -> repository.find(key));
  }

  /**
   * What can be ordered from these suppliers and has all the words, best first; words may be misspelt when nothing has
   * them as they are written.
   *
   * @param text words of code, name, description and supplier in any order, also without their ends; blank for all
   */
  public Page<CataloguePart> search(List<Supplier> suppliers, String text, Pageable page) {
    List<String> codes = suppliers.stream().map(Supplier::code).toList();
    String typed = BETWEEN_SIDES.matcher(new SearchText(text).value()).replaceAll(" ");
    if (typed.isEmpty()) {
      return repository.all(codes, page);
    }
    Page<CataloguePart> found = repository.search(codes, words.terms(typed), typed, page);
    return found.getTotalElements() > 0 ? found
        : words.likeTerms(typed).map(like -> repository.search(codes, like, typed, page)).orElse(found);
  }
}
