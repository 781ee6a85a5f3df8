// Whom to ring, and what to know of the building before doing so.

import { say } from './language.js';
import { html, nothing } from './lit-html.js';
import { part } from './order-parts.js';

const ROLES = { building: say('Site contact'), ppm: say('Maintenance contact'), escalation: say('Escalation') };

/** A number to ring with one click. */
export function telephone(number) {
  return number ? html`<a class="jobline-telephone" href="tel:${number.replace(/[^+\d]/g, '')}">${number}</a>` : nothing;
}

/** @param onTake told which contact is to be the caller; left out: none can be taken */
export function site(order, { onTake = null, now = new Date() } = {}) {
  const details = order.siteDetails;
  return details ? part(say('Site'), html`
    <p class="jobline-address">${[order.siteName, details.address, details.postcode].filter(Boolean).join(', ')}</p>
    ${details.asbestosRegister
      ? html`<p class="jobline-warning">${say('Asbestos: engineers must read the register before they start.')}</p>` : nothing}
    <dl>
      ${opening(details, order.timeZone, now)}
      ${details.contacts.map(contact => html`<dt>${ROLES[contact.role]}</dt>
        <dd>${onTake ? html`<button type="button" class="btn btn-default btn-xs"
          title=${say('Take as caller')} @click=${() => onTake(contact)}>${contact.name}</button>` : contact.name}
          ${telephone(contact.phone)}</dd>`)}
    </dl>`) : nothing;
}

function opening({ hours, closedDays }, zone, now) {
  if (hours.length === 0) {
    return html`<dt>${say('Hours')}</dt><dd>${say('not known')}</dd>`;
  }
  const { date, weekday, time } = clock(zone, now);
  const today = closedDays.includes(date) ? [] : hours.filter(span => span.weekday === weekday);
  const isOpen = today.some(span => span.opens <= time && (time < span.closes || span.closes === '00:00'));
  const spans = today.map(span => span.opens + '–' + (span.closes === '00:00' ? '24:00' : span.closes)).join(', ');
  return html`<dt>${say('Hours today')}</dt><dd>${spans || say('closed all day')}
    <span class="jobline-sla jobline-sla-${isOpen ? 'green' : 'amber'}">${isOpen ? say('open now') : say('closed now')}</span>
    <span class="jobline-quiet">${say('{0} at the site', time)}</span></dd>`;
}

/** Date, weekday (1 is Monday) and time by the clock on the wall of the site. */
function clock(zone, now) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'
  }).formatToParts(now).map(({ type, value }) => [type, value]));
  const date = [parts.year, parts.month, parts.day].join('-');
  return { date, weekday: new Date(date + 'T00:00:00Z').getUTCDay() || 7, time: parts.hour + ':' + parts.minute };
}

export function contractor(order) {
  return order.resource ? part(say('Contractor'), html`<dl>
      <dt>${say('Name')}</dt><dd>${order.resourceName || order.resource} ${telephone(order.resourcePhone)}</dd>
      ${order.resourceEmail ? html`<dt>${say('E-mail')}</dt><dd><a href="mailto:${order.resourceEmail}">${order.resourceEmail}</a></dd>` : nothing}
      ${order.resourceReference ? html`<dt>${say('Their reference')}</dt><dd>${order.resourceReference}</dd>` : nothing}
    </dl>`) : nothing;
}
