package org.jobline.modelling;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Transaction;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jobline.action.DrawnAction;
import org.jobline.action.DrawnLifecycle;
import org.jobline.modelling.Piece.Kind;
import org.jobline.modelling.Piece.Trigger;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jspecify.annotations.Nullable;

/** A process as the flow check sees it: pieces and flows, without their looks. */
final class FlowSheet {

  /** The variable that tells a called sheet where to begin. */
  static final String ENTRY = "entry";

  private static final Function<Sheet, Optional<OrderType>> TYPE = FlowSheet::type;

  private final Sheet file;
  private final String key;
  private final String title;
  private final Scope whole;
  private final boolean hasStatuses;

  private FlowSheet(Sheet file) {
    this.file = file;
    this.key = file.process().getId();
    String name = file.process().getName();
    this.title = name == null || name.isBlank() ? key : name.strip().replaceAll("\\s+", " ");
    this.whole = new Scope(this, null, false);
    read(file.process().getFlowElements(), whole);
    this.hasStatuses = whole.withAllInside().anyMatch(scope ->
        scope.pieces().stream().anyMatch(piece -> piece.is(Kind.STATUS)));
  }

  static FlowSheet of(Sheet file) {
    return new FlowSheet(file);
  }

  /** By their keys; a process without a key is told by another check. */
  static Map<String, FlowSheet> all(Map<String, Sheet> files) {
    Map<String, FlowSheet> sheets = new TreeMap<>();
    files.forEach((key, file) -> {
      if (key != null) {
        sheets.put(key, file.flow());
      }
    });
    return sheets;
  }

  String key() {
    return key;
  }

  String title() {
    return title;
  }

  String resource() {
    return file.resource();
  }

  boolean isDeployed() {
    return file.isDeployed();
  }

  boolean isExecutable() {
    return file.process().isExecutable();
  }

  Scope whole() {
    return whole;
  }

  /** Whether it moves orders, as lifecycles and stages do. */
  boolean hasStatuses() {
    return hasStatuses;
  }

  /** The type of order whose lifecycle this is. */
  Optional<OrderType> type() {
    return file.once(TYPE);
  }

  private static Optional<OrderType> type(Sheet file) {
    return file.lifecycle().map(DrawnLifecycle::type);
  }

  Sheet file() {
    return file;
  }

  private void read(Collection<FlowElement> elements, Scope scope) {
    Map<String, Piece> byId = new HashMap<>();
    for (FlowElement element : elements) {
      if (element instanceof FlowNode node) {
        Piece piece = piece(node, scope);
        byId.put(piece.id(), piece);
        if (node instanceof SubProcess part && piece.is(Kind.PART)) {
          Scope inside = new Scope(this, piece, part.triggeredByEvent());
          piece.contain(inside);
          read(part.getFlowElements(), inside);
        }
        scope.add(piece);
      }
    }
    for (FlowElement element : elements) {
      if (element instanceof SequenceFlow flow) {
        connect(flow, byId);
      } else if (element instanceof BoundaryEvent event) {
        Piece activity = byId.get(event.getAttributeValue("attachedToRef"));
        Piece boundary = byId.get(event.getId());
        if (activity != null && boundary != null) {
          boundary.attachTo(activity);
        }
      }
    }
  }

  private static void connect(SequenceFlow flow, Map<String, Piece> byId) {
    Piece from = byId.get(flow.getAttributeValue("sourceRef"));
    Piece to = byId.get(flow.getAttributeValue("targetRef"));
    if (from != null && to != null) {
      String condition = flow.getConditionExpression() == null ? null : flow.getConditionExpression().getTextContent();
      Flow connection = new Flow(flow.getId(), flow.getName(), condition, from, to);
      from.connect(connection);
      to.connect(connection);
    }
  }

  private static Piece piece(FlowNode node, Scope scope) {
    Optional<EventDefinition> definition = definitions(node).stream().findFirst();
    Piece.Happening happening = new Piece.Happening(
        node instanceof ReceiveTask ? Trigger.MESSAGE : definition.map(FlowSheet::trigger).orElse(Trigger.NONE),
        node instanceof ReceiveTask task ? message(task) : definition.map(FlowSheet::code).orElse(null),
        interrupts(node), definition.filter(FlowSheet::tellsEntry).isPresent());
    Piece piece = new Piece(node.getId(), node.getName(), kind(node, definition), happening, properties(node), scope);
    piece.completeBy(form(node));
    if (node instanceof CallActivity call) {
      piece.call(call(call));
    }
    piece.takeByDefault(node.getAttributeValue("default"));
    return piece;
  }

  private static boolean tellsEntry(EventDefinition definition) {
    return definition instanceof EscalationEventDefinition
        && ENTRY.equals(definition.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "escalationCodeVariable"));
  }

  private static @Nullable String form(FlowNode node) {
    if (node instanceof UserTask task) {
      return task.getCamundaFormRef();
    }
    return node instanceof StartEvent start ? start.getCamundaFormRef() : null;
  }

  private static Collection<EventDefinition> definitions(FlowNode node) {
    if (node instanceof CatchEvent event) {
      return event.getEventDefinitions();
    }
    return node instanceof ThrowEvent event ? event.getEventDefinitions() : List.of();
  }

  private static Kind kind(FlowNode node, Optional<EventDefinition> definition) {
    if (node instanceof Activity activity) {
      return kind(activity);
    } else if (node instanceof StartEvent) {
      return Kind.START;
    } else if (node instanceof EndEvent) {
      return Kind.END;
    } else if (node instanceof BoundaryEvent) {
      return Kind.BOUNDARY;
    } else if (node instanceof IntermediateCatchEvent) {
      return Kind.CATCH;
    } else if (node instanceof IntermediateThrowEvent) {
      return definition.isEmpty() && Status.isMilestone(node.getName()) ? Kind.STATUS : Kind.THROW;
    } else if (node instanceof ExclusiveGateway) {
      return Kind.QUESTION;
    } else if (node instanceof ParallelGateway) {
      return Kind.FORK;
    }
    return node instanceof EventBasedGateway ? Kind.FIRST_OF : Kind.OTHER;
  }

  private static Kind kind(Activity activity) {
    if (activity instanceof CallActivity) {
      return Kind.CALL;
    } else if (activity instanceof SubProcess part) {
      return part instanceof Transaction ? Kind.OTHER : Kind.PART;
    } else if (activity instanceof UserTask) {
      return Kind.PROMPT;
    } else if (activity instanceof ReceiveTask) {
      return Kind.RECEIVE;
    } else if (activity instanceof ServiceTask task && "external".equals(task.getCamundaType())) {
      return Kind.OTHER;
    }
    return activity instanceof Task ? Kind.STEP : Kind.OTHER;
  }

  private static Trigger trigger(EventDefinition definition) {
    if (definition instanceof MessageEventDefinition) {
      return Trigger.MESSAGE;
    } else if (definition instanceof TimerEventDefinition) {
      return Trigger.TIMER;
    } else if (definition instanceof EscalationEventDefinition) {
      return Trigger.ESCALATION;
    } else if (definition instanceof ErrorEventDefinition) {
      return Trigger.ERROR;
    } else if (definition instanceof TerminateEventDefinition) {
      return Trigger.TERMINATE;
    }
    return definition instanceof LinkEventDefinition ? Trigger.LINK : Trigger.OTHER;
  }

  private static @Nullable String code(EventDefinition definition) {
    if (definition instanceof MessageEventDefinition) {
      return message(definition);
    } else if (definition instanceof EscalationEventDefinition) {
      return named(definition, "escalationRef", Escalation.class).map(Escalation::getEscalationCode).orElse(null);
    } else if (definition instanceof ErrorEventDefinition) {
      return named(definition, "errorRef", Error.class).map(Error::getErrorCode).orElse(null);
    }
    return definition instanceof LinkEventDefinition link ? link.getName() : null;
  }

  private static @Nullable String message(BaseElement element) {
    return named(element, "messageRef", Message.class).map(Message::getName).orElse(null);
  }

  /** What a reference names, empty when it names something of another kind. */
  private static <T> Optional<T> named(BaseElement element, String reference, Class<T> kind) {
    return Optional.ofNullable(element.getAttributeValue(reference))
        .map(id -> element.getModelInstance().<ModelElementInstance>getModelElementById(id))
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static boolean interrupts(FlowNode node) {
    if (node instanceof BoundaryEvent event) {
      return event.cancelActivity();
    }
    return node instanceof StartEvent start && start.isInterrupting();
  }

  private static Piece.Call call(CallActivity call) {
    Collection<CamundaIn> hands = call.getExtensionElements() == null ? List.of()
        : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
    return new Piece.Call(
        call.getCalledElement(),
        hands.stream().anyMatch(in -> in.getCamundaBusinessKey() != null),
        hands.stream().anyMatch(in -> "all".equals(in.getCamundaVariables())),
        hands.stream().filter(in -> in.getCamundaTarget() != null).collect(Collectors.toMap(
            CamundaIn::getCamundaTarget,
            in -> String.valueOf(
                in.getCamundaSource() == null ? in.getCamundaSourceExpression() : in.getCamundaSource()),
            (one, other) -> one)));
  }

  private static Map<String, String> properties(BaseElement element) {
    return DrawnAction.all(element)
        .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
        .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue, (a, b) -> a));
  }

  /** Every piece of the sheet, those in its boxes too. */
  Stream<Piece> pieces() {
    return whole.withAllInside().flatMap(scope -> scope.pieces().stream());
  }
}
