/** A service task is a side effect of ours: it calls one named bean, never a class, a script or another system. */
module.exports = () => ({
  check(node, reporter) {
    if (node.$type === 'bpmn:ServiceTask'
        && !/^\$\{[a-z][A-Za-z0-9]*Delegate}$/.test(node.$attrs['camunda:delegateExpression'] ?? '')) {
      reporter.report(node.id, 'A side effect calls one of our beans by a delegate expression, e.g. ${sendAssignEmailDelegate}');
    }
  },
});
