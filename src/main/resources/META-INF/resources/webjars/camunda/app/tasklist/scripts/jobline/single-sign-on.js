// For all four web applications: where users log in elsewhere, a page that finds nobody logged in has nothing to ask.

const LOGIN = 'Jobline-Login';
const LOGOUT = 'Jobline-Logout';
let isLeaving = false;

function look(header) {
  const elsewhere = header(LOGOUT);
  if (elsewhere) {
    leave(() => window.location.assign(elsewhere));
  } else if (header(LOGIN)) {
    // the server leads whoever asks for a page, and is not logged in, to where he can log in
    leave(() => window.location.reload());
  }
}

function leave(going) {
  if (!isLeaving) {
    isLeaving = true;
    // after the page has done what it does with the answer
    setTimeout(going);
  }
}

const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function () {
  this.addEventListener('load', () => look(name => this.getResponseHeader(name)));
  return send.apply(this, arguments);
};

const fetchFromServer = window.fetch;
window.fetch = async function () {
  const answer = await fetchFromServer.apply(this, arguments);
  look(name => answer.headers.get(name));
  return answer;
};

export default [];
