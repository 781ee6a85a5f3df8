/** A dotted box says at its top what it is for. */
module.exports = () => ({
  check(node, reporter) {
    if (node.$type === 'bpmn:SubProcess' && node.triggeredByEvent && !node.name?.trim()) {
      reporter.report(node.id, 'A dotted box needs a title, e.g. "On demand: No Answer"', ['name']);
    }
  },
});
