/** A plain intermediate event is a status; its name is number and name, with x for the digit of the type. */
module.exports = () => ({
  check(node, reporter) {
    if (node.$type === 'bpmn:IntermediateThrowEvent' && !node.eventDefinitions?.length
        && !/^[0-5]\.([0-4]|x)\d \S/.test(node.name ?? '')) {
      reporter.report(node.id, 'A status needs a number and a name, e.g. "1.x3 Pending acceptance"', ['name']);
    }
  },
});
