package org.jobline.paper;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Make the paper". */
@Component
class MakeThePaperDelegate implements JavaDelegate {

  private final Papers papers;
  private final Performing performing;

  MakeThePaperDelegate(Papers papers, Performing performing) {
    this.papers = papers;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    papers.make(OrderProcess.orderOf(execution), performing.fields());
  }
}
