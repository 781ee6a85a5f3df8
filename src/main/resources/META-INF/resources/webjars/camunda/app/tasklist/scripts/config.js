// Replaces the file of the same name in Camunda's own jar, whose shortcuts it keeps.
const isGerman = navigator.language.toLowerCase().startsWith('de');

export default {
  app: {
    name: 'Helpdesk',
    vendor: 'Jobline'
  },

  locales: {
    availableLocales: ['en', 'de'],
    fallbackLocale: 'en'
  },

  customScripts: ['scripts/jobline/desk.js'],

  disableWelcomeMessage: true,

  shortcuts: {
    findOrder: {
      key: '/',
      description: isGerman ? 'sucht einen Auftrag nach Nummer oder Wörtern' : 'finds an order by its number or by words'
    },
    agentAction: {
      key: 'ctrl+alt+a',
      description: isGerman ? 'öffnet das Menü der Aktionen des gezeigten Auftrags'
        : 'opens the Agent Action menu of the order that is shown'
    },
    orders: {
      key: 'ctrl+alt+o',
      description: isGerman ? 'zeigt alle Aufträge als Tabelle' : 'shows all orders as a table'
    },
    claimTask: {
      key: 'ctrl+alt+c',
      description: isGerman ? 'übernimmt die gezeigte Aufgabe' : 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: isGerman ? 'geht zur ersten Liste' : 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: isGerman ? 'geht zur ersten Aufgabe der Liste' : 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: isGerman ? 'geht zum ersten Feld des Formulars' : 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: isGerman ? 'öffnet "Prozess starten"' : 'opens the start process modal dialog'
    }
  }
};
