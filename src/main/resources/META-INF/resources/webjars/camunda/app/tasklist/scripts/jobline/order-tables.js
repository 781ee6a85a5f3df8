import { say } from './language.js';
import { html, nothing } from './lit-html.js';
import { orderLink } from './order-link.js';
import { day, money, time } from './words.js';

/** Another order with what it is about and where, on two lines at most. */
function linked({ number, subject, siteName }) {
  const about = [subject, siteName].filter(Boolean).join(' · ');
  return html`${orderLink(number)}${about ? html`<div class="jobline-quiet jobline-clip" title=${about}>${about}</div>` : nothing}`;
}

// What an order may have several of, by its name in the answer of the API: title, then column by column.
const TABLES = {
  certificates: [say('Certificates'), [[say('Type'), row => row.type], [say('Number'), row => row.number],
    [say('Issued'), row => day(row.issuedOn)], [say('Valid to'), row => day(row.validTo)], [say('Result'), row => row.result]]],
  meterReadings: [say('Meter readings'), [[say('Meter'), row => row.meterName], [say('Value'), row => row.value],
    [say('Read at'), row => time(row.readAt)]]],
  links: [say('Linked orders'), [[say('Order'), linked], [say('Relation'), row => row.relation],
    [say('Status'), row => row.status]]],
  invoices: [say('Invoices'), [[say('Number'), row => row.invoiceNumber], [say('Date'), row => day(row.dated)],
    [say('Net'), row => money(row.net, row.currency)], [say('CIS deduction'), row => row.cis ? money(row.deduction, row.currency) : ''],
    [say('Status'), row => row.state.toLowerCase() + (row.isFinal || row.final ? ', ' + say('final') : '')]]],
  stagedPayments: [say('Staged payments'), [[say('From'), row => day(row.date)], [say('Amount'), row => row.amount]]]
};

export function tables(order) {
  return Object.entries(TABLES)
    .filter(([name]) => Array.isArray(order[name]) && order[name].length > 0)
    .map(([name, [title, columns]]) => html`<section class="jobline-part"><h3>${title}</h3>
      <table class="jobline-table">
        <thead><tr>${columns.map(([label]) => html`<th scope="col">${label}</th>`)}</tr></thead>
        <tbody>${order[name].map(row => html`<tr>${columns.map(([, value]) => html`<td>${value(row) ?? nothing}</td>`)}</tr>`)}</tbody>
      </table></section>`);
}
