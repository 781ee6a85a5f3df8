// Orders in a few words each.

import { say } from './language.js';
import { html, nothing } from './lit-html.js';
import { addressOf } from './order-address.js';
import { distance, orderWords, time } from './words.js';

/** One line an order: where it stands, where it is and what is wrong; the time says when it is due, else when it came. */
export function orderLines(orders) {
  return html`<ul class="jobline-lines">${orders.map(order => html`<li>
    <a href=${addressOf(order.number)}>${order.number}</a>
    <span class="jobline-status">${order.statusName}</span>
    ${order.due ? html`<span class="jobline-sla jobline-sla-${(order.sla || 'GREEN').toLowerCase()}"
      title=${[orderWords.sla[order.sla], time(order.due, order.timeZone)].filter(Boolean).join(', ')}>${distance(order.due)}</span>` : nothing}
    <span class="jobline-line-text">${[[order.siteName, order.workTypeName].filter(Boolean).join(' · '), order.description]
      .filter(Boolean).join(' – ')}</span>
    ${order.due ? nothing : html`<span class="jobline-quiet">${say('logged {0}', distance(order.loggedAt))}</span>`}
  </li>`)}</ul>`;
}
