// Replaces the file of the same name in Camunda's own jar, which sets nothing.
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Jobline'
  },

  customScripts: ['scripts/jobline/order-link.js']
};
