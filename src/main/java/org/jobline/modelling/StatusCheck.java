package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jobline.action.Milestones;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.springframework.stereotype.Component;

/** Every plain intermediate event is a status, and in the life of an order a number has one name. */
@Component
class StatusCheck implements ModelCheck {

  private static final Function<Sheet, List<Milestone>> MILESTONES = StatusCheck::milestones;

  private record Milestone(String element, String name) {}

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.diagrams().forEach((resource, model) -> Milestones.plainEvents(model)
        .filter(event -> !Status.isMilestone(event.getName()))
        .forEach(event -> problems.add(Problem.at(resource, event.getId(), "name",
            "\"" + event.getName() + "\" isn't a status. Write a number of stage 0 to 5, with x for the digit "
                + "of the type, and a name, e.g. \"1.x3 Pending acceptance\"."))));
    files.lifecycles().forEach(lifecycle -> contradictions(lifecycle.type(), files, problems));
    return problems;
  }

  private static List<Milestone> milestones(Sheet sheet) {
    return Milestones.in(sheet.model()).map(event -> new Milestone(event.getId(), event.getName())).toList();
  }

  private static void contradictions(OrderType type, ModelFiles files, List<Problem> problems) {
    Map<String, Named> names = new TreeMap<>();
    for (Sheet sheet : files.withAllCalled(type.lifecycle())) {
      sheet.once(MILESTONES).forEach(milestone -> {
        Status status = Status.ofMilestone(milestone.name(), type);
        Named here = new Named(status.name(), sheet, milestone.element());
        Named other = names.putIfAbsent(status.code().value(), here);
        if (other != null && !here.agreesWith(other)) {
          problems.addAll(here.contradiction(status.code().value(), other));
        }
      });
    }
  }

  private record Named(String name, Sheet sheet, String element) {

    /** An order may be "Cancelled - converted" where another is "Cancelled". */
    boolean agreesWith(Named other) {
      return name.equals(other.name) || name.startsWith(other.name + " - ") || other.name.startsWith(name + " - ")
          || base(name).equals(base(other.name));
    }

    private static String base(String name) {
      return name.contains(" - ") ? name.substring(0, name.indexOf(" - ")) : name;
    }

    List<Problem> contradiction(String number, Named other) {
      boolean isOwn = sheet.isDeployed();
      Named marked = isOwn ? this : other;
      Named unmarked = isOwn ? other : this;
      return marked.sheet.isDeployed()
          ? List.of(Problem.at(marked.sheet.resource(), marked.element, "name",
              number + " is called \"" + marked.name + "\" here and \"" + unmarked.name + "\" in "
                  + unmarked.sheet.resource() + " (" + unmarked.element + "). A status has one name."))
          : List.of();
    }
  }
}
