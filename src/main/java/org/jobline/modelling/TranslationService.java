package org.jobline.modelling;

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
    return deployed.inForce("texts." + language + ".json")
        .flatMap(file -> Translation.read(deployed.content(file.hash())))
        .orElseGet(Translation::none);
  }
}
