package org.jobline.action;

/** A diagram that an order runs by is not what it must be; nothing was changed. */
public class DiagramFault extends RuntimeException {

  private DiagramFault(String message) {
    super(message);
  }

  static DiagramFault unreadable(String processDefinitionId) {
    return new DiagramFault("The diagram " + processDefinitionId + " cannot be read, so nothing can be done in it. "
        + "A process owner has to mend it, and a manager to bring the orders in it to the new version.");
  }

  static DiagramFault noAction(String task, String processDefinitionId) {
    return new DiagramFault("The task " + task + " of the diagram " + processDefinitionId
        + " has no form, so it is no agent action and cannot be completed. A process owner has to give it a form.");
  }

  static DiagramFault withoutForm(String processDefinitionId, String form) {
    return new DiagramFault("The diagram " + processDefinitionId + " was deployed without " + form
        + ". A process owner has to deploy it again with that form.");
  }
}
