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
    ? 'Ein Teil dieser Seite wurde nicht geladen: Aufträge, Aktionen und Auftragslisten fehlen. '
      + 'Laden Sie die Seite neu. Hilft das nicht, wenden Sie sich an Ihren Administrator.'
    : 'Part of this page did not load: orders, actions and order lists are missing. '
      + 'Reload the page. If that does not help, tell your administrator.';
  document.body.prepend(notice);
}

export default (await Promise.all(PARTS.map(load))).flat();
