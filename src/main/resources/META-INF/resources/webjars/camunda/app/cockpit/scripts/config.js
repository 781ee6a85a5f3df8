// Replaces the empty file of the same name in Camunda's own jar.
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Jobline'
  },

  locales: {
    availableLocales: ['en', 'de'],
    fallbackLocale: 'en'
  },

  customScripts: ['../tasklist/scripts/jobline/single-sign-on.js', 'scripts/jobline/order-link.js']
};
