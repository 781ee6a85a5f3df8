package org.jobline.modelling;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.jobline.platform.security.ClusterLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a release in beside what process owners deployed. Each file is compared with what was last taken of a release,
 * not with what is in force: so a release deploys what it changed itself, and nothing that a process owner changed.
 */
@Service
class ReleaseService {

  private static final Logger log = LoggerFactory.getLogger(ReleaseService.class);

  private final DeployedFileRepository deployed;
  private final FileRegister register;
  private final EarlierDeployments earlier;
  private final ReleaseOffers offers;
  private final ReleaseDeployment deployment;
  private final ClusterLock oneAtATime;
  private final TransactionTemplate ownTransaction;

  ReleaseService(
      DeployedFileRepository deployed, FileRegister register, EarlierDeployments earlier, ReleaseOffers offers,
      ReleaseDeployment deployment, ClusterLock oneAtATime, PlatformTransactionManager transactions) {
    this.deployed = deployed;
    this.register = register;
    this.earlier = earlier;
    this.offers = offers;
    this.deployment = deployment;
    this.oneAtATime = oneAtATime;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Deploys what the release changed. What does not pass the checks, and what a process owner changed too, is left as
   * it is. Of several nodes one does it, the others wait and find nothing left to do.
   */
  void bring(Release release) {
    // steps of their own: one that fails must not undo the others; the outer transaction keeps other nodes out
    oneAtATime.run(() -> {
      inOwnTransaction(() -> {
        if (deployed.isEmpty()) {
          earlier.register();
        }
      });
      deployWhatCanBe(ownTransaction.execute(status -> offers.offer(release)));
      completeDiagrams();
      inOwnTransaction(offers::settle);
    });
  }

  private void inOwnTransaction(Runnable step) {
    ownTransaction.executeWithoutResult(status -> step.run());
  }

  /** All together, since diagrams call each other; without those that are refused as often as it takes. */
  private void deployWhatCanBe(List<ReleaseFile> due) {
    List<ReleaseFile> left = due;
    while (!left.isEmpty()) {
      List<ReleaseFile> tried = left;
      try {
        inOwnTransaction(() ->
            deployment.deploy(tried, ReleaseDeployment.APPLICATION, ModellingEvent.What.RELEASED, null));
        log.info("Deployed the changes of the release: {}", tried.stream().map(ReleaseFile::file).toList());
        return;
      } catch (ProcessEngineException e) {
        Set<ReleaseFile> refused = refused(e, tried);
        if (refused.isEmpty()) {
          tried.forEach(file -> deployWhatCanBe(List.of(file)));
          return;
        }
        inOwnTransaction(() ->
            refused.forEach(file -> offers.refuse(file, Objects.requireNonNullElse(e.getMessage(), e.toString()))));
        left = tried.stream().filter(file -> !refused.contains(file)).toList();
      }
    }
  }

  /** Those the engine names, or whose change a diagram it names would not bear; none when it cannot tell. */
  private Set<ReleaseFile> refused(ProcessEngineException e, List<ReleaseFile> tried) {
    if (tried.size() == 1) {
      return Set.copyOf(tried);
    }
    Set<String> named = e instanceof ParseException problems
        ? problems.getResorceReports().stream().map(ResourceReport::getResourceName).collect(Collectors.toSet())
        : Set.of();
    Set<String> formsOfNamed = deployed.inForce().values().stream()
        .filter(diagram -> named.contains(diagram.name()))
        .flatMap(diagram -> diagram.forms().stream())
        .collect(Collectors.toSet());
    Set<ReleaseFile> refused = tried.stream().filter(file -> named.contains(file.name())).collect(Collectors.toSet());
    return refused.isEmpty()
        ? tried.stream().filter(file -> formsOfNamed.contains(file.file())).collect(Collectors.toSet())
        : refused;
  }

  /** Before there was a register, a diagram could be deployed without its forms, and its actions failed. */
  private void completeDiagrams() {
    FileRegister.Snapshot inForce = register.inForce();
    inForce.diagrams().stream().filter(inForce::lacksForms).forEach(diagram -> {
      try {
        inOwnTransaction(() -> deployment.complete(diagram));
        log.info("Added the forms {} was deployed without", diagram.file());
      } catch (ProcessEngineException e) {
        log.error("{} lacks forms, and they could not be added", diagram.file(), e);
      }
    });
  }
}
