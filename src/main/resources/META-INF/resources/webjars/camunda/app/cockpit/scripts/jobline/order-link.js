// Leads a manager from a process in Cockpit to the page of its order in Tasklist.

const NUMBER = /^[A-Z]{1,3}-\d+$/;

const orderLink = {
  id: 'jobline-order-link',
  pluginPoint: 'cockpit.processInstance.runtime.action',
  priority: 100,

  async render(node, { processInstanceId, api }) {
    const answer = await fetch(api.engineApi + '/process-instance/' + encodeURIComponent(processInstanceId),
      { credentials: 'same-origin', headers: { Accept: 'application/json' } });
    const { businessKey } = answer.ok ? await answer.json() : {};
    if (NUMBER.test(businessKey || '')) {
      const link = document.createElement('a');
      link.className = 'btn btn-default btn-toolbar jobline-order-link';
      link.href = location.pathname.replace(/\/app\/cockpit\/.*/, '/app/tasklist/default/') + '#/orders/' + businessKey;
      link.title = navigator.language.startsWith('de') ? 'Auftrag ' + businessKey + ' öffnen' : 'Open order ' + businessKey;
      link.setAttribute('aria-label', link.title);
      const icon = document.createElement('span');
      icon.className = 'glyphicon glyphicon-earphone';
      link.append(icon);
      node.append(link);
    }
  }
};

export default [orderLink];
