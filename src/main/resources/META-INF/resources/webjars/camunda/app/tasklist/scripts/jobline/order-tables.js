import { html, nothing } from './lit-html.js';
import { day, money, time } from './words.js';

// What an order may have several of, by its name in the answer of the API: title, then column by column.
const TABLES = {
  certificates: ['Certificates', [['Type', row => row.type], ['Number', row => row.number],
    ['Issued', row => day(row.issuedOn)], ['Valid to', row => day(row.validTo)], ['Result', row => row.result]]],
  meterReadings: ['Meter readings', [['Meter', row => row.meterName], ['Value', row => row.value],
    ['Read', row => time(row.readAt)]]],
  links: ['Linked orders', [['Order', row => row.number], ['Relation', row => row.relation],
    ['Status', row => row.status]]],
  invoices: ['Invoices', [['Number', row => row.invoiceNumber], ['Date', row => day(row.dated)],
    ['Net', row => money(row.net, row.currency)], ['Deduction', row => row.cis ? money(row.deduction, row.currency) : ''],
    ['State', row => row.state.toLowerCase() + (row.isFinal || row.final ? ', final' : '')]]],
  stagedPayments: ['Staged payments', [['From', row => day(row.date)], ['Amount', row => row.amount]]]
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
