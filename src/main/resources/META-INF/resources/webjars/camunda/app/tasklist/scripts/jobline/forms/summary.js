// What is about to be recorded, in figures, for the agent to confirm.

import { say } from '../language.js';
import { html, nothing } from '../lit-html.js';
import { statusName, textOfForm } from '../translations.js';
import { number } from '../words.js';

const COLUMN = /^\s*(\w+)(\?)? (.*?)\s*$/;
const STATUS = /^(\d\.\d\d) (.*)$/;

/** Those the form names; one with a question mark only where it has something else than zeros. */
function columnsOf(tick, lines) {
  return tick.component.properties.figures.split(',').map(column => COLUMN.exec(column))
    .filter(([, figure, isOptional]) => !isOptional || lines.some(line => line.figures[figure]))
    .map(([, figure, , label]) => ({ figure, label: textOfForm(label) }));
}

/**
 * @param summary as the server tells it: lines with their figures, the status the order comes to, whether it is locked then
 * @param tick the field that names the columns
 * @param id of the form
 * @param label what the form's button says
 * @param onChange told when somebody wants to change what is filled in
 */
export function summary({ lines, status, locked }, tick, { id, label, isBusy, isSlow, onChange }) {
  const columns = columnsOf(tick, lines);
  const [, code, name] = STATUS.exec(status) ?? [null, '', status];
  return html`<section class="jobline-check" aria-labelledby=${id + '-check'} @keydown=${event => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        onChange();
      } else if (event.key === 'Enter' && event.repeat) {
        // a key that was held down too long has shown the summary, and confirms nothing
        event.preventDefault();
      }
    }}>
    <h4 id=${id + '-check'}>${say('Check before you confirm')}</h4>
    ${lines.length === 0 ? nothing : html`<div class="jobline-wide"><table class="jobline-table jobline-check-lines">
      <thead><tr><th scope="col">${say('Item')}</th>${columns.map(({ label: title }) =>
        html`<th scope="col" class="jobline-amount">${title}</th>`)}</tr></thead>
      <tbody>${lines.map(({ title, figures }) => html`<tr><th scope="row">${title}</th>${columns.map(({ figure }) =>
        html`<td class=${'jobline-amount' + (figures[figure] ? '' : ' jobline-quiet')}>${number(figures[figure])}</td>`)}</tr>`)}</tbody>
    </table></div>`}
    <p id=${id + '-after'}>${say('Order status afterwards:')} <strong>${statusName(name)} ${code}</strong>${locked
      ? ' · ' + say('Waiting for authorisation') : nothing}</p>
    <div class="jobline-buttons">
      <button type="submit" class="btn btn-primary" id=${id + '-confirm'} aria-describedby=${id + '-check ' + id + '-after'}
        aria-disabled=${isBusy ? 'true' : nothing}>${isSlow ? say('Saving …') : say('Confirm: {0}', label)}</button>
      <button type="button" class="btn btn-default" @click=${onChange}>${say('Change')}</button>
    </div>
  </section>`;
}
