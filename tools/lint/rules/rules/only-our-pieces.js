/** Pieces that mean nothing here, or would do something nobody has checked. */
const NOT_OURS = ['bpmn:ScriptTask', 'bpmn:SendTask', 'bpmn:ReceiveTask', 'bpmn:ManualTask', 'bpmn:Transaction', 'bpmn:ComplexGateway'];

module.exports = () => ({
  check(node, reporter) {
    if (NOT_OURS.includes(node.$type)) {
      reporter.report(node.id, 'This shape has no meaning on our sheets; docs/legend.bpmn shows those that have');
    }
  },
});
