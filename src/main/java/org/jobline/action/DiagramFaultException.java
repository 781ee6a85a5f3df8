package org.jobline.action;

/** A diagram that an order runs by is not what it must be; nothing was changed. */
public class DiagramFaultException extends RuntimeException {

  private DiagramFaultException(String message) {
    super(message);
  }

  static DiagramFaultException unreadable(String processDefinitionId) {
    return new DiagramFaultException("The diagram " + processDefinitionId + " can't be read, so no action is possible. "
        + "A process owner has to fix it, and a manager to move its orders to the new version.");
  }

  static DiagramFaultException noAction(String task, String processDefinitionId) {
    return new DiagramFaultException("The task " + task + " of the diagram " + processDefinitionId
        + " has no form, so it can't be completed. A process owner has to give it one.");
  }

  static DiagramFaultException withoutForm(String processDefinitionId, String form) {
    return new DiagramFaultException("The diagram " + processDefinitionId + " was deployed without " + form
        + ". A process owner has to deploy it again with that form.");
  }
}
