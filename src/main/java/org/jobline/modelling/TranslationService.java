package org.jobline.modelling;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what the translations in force say. */
@Service
class TranslationService {

  private final DeployedFileRepository deployed;

  TranslationService(DeployedFileRepository deployed) {
    this.deployed = deployed;
  }

  /** @param language such as {@code de}; one without a translation has no texts */
  @Transactional(readOnly = true)
  Translation into(String language) {
    String file = "texts." + language + ".json";
    return Optional.of(file).filter(DefinitionFile::isTranslation).flatMap(deployed::inForce)
        .flatMap(inForce -> Translation.read(deployed.content(inForce.hash())))
        .orElseGet(Translation::none);
  }
}
