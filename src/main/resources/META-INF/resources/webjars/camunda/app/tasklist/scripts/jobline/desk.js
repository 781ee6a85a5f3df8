// Tasklist stays blank when a script it was told to load cannot be loaded. So it is told of this one, which needs no
// other; without the rest, Tasklist is what it is without us, and says so.

const PARTS = ['./single-sign-on.js', './plugin.js'];

async function load(part) {
  try {
    return (await import(part)).default;
  } catch (failure) {
    console.error(failure);
    tell();
    return [];
  }
}

function tell() {
  if (document.querySelector('.jobline-incomplete')) {
    return;
  }
  const notice = document.createElement('p');
  notice.className = 'jobline-incomplete';
  notice.setAttribute('role', 'alert');
  notice.textContent = navigator.language.startsWith('de')
    ? 'Der Teil der Leitstelle auf dieser Seite konnte nicht geladen werden: Aufträge, Aktionen und Auftragslisten fehlen. '
      + 'Laden Sie die Seite neu; bleibt es dabei, sagen Sie es Ihrem Administrator.'
    : 'The helpdesk\'s part of this page could not be loaded: orders, actions and lists of orders are missing. '
      + 'Reload the page; if it stays so, tell your administrator.';
  document.body.prepend(notice);
}

export default (await Promise.all(PARTS.map(load))).flat();
