// What the desk has to know of a site while somebody is on the telephone.

import { api } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { addressOf } from './order-address.js';
import { orderLines } from './order-lines.js';
import { part } from './order-parts.js';
import { site as siteFacts, telephone } from './site-parts.js';
import { targetName, time } from './words.js';

/** Longer than between two keys, in milliseconds. */
const DEBOUNCE_MS = 300;
const MAX_SHOWN = 10;
const MAX_CONTRACTORS = 3;
const TARGETS = ['respond', 'temporaryFix', 'fix'];

export class SiteBriefing {

  /**
   * @param fill puts values into fields of the form, by their keys
   * @param hasPriority whether the form asks for one
   */
  constructor(node, fill, hasPriority) {
    Object.assign(this, { node, fill, hasPriority, chosen: {}, isClosed: false, failure: null });
    this.forget();
    this.draw();
  }

  close() {
    this.isClosed = true;
    clearTimeout(this.pending);
    render(nothing, this.node);
  }

  forget() {
    Object.assign(this, { site: null, targets: [], open: null, last: null, duplicates: [], contractors: [] });
  }

  /**
   * @param chosen codes of site, workType and priority, and the name of the equipment; left out while they are not known
   * @param onZone told the site's time zone when it is known
   */
  show(chosen, onZone) {
    const before = this.chosen;
    this.chosen = chosen;
    if (chosen.site !== before.site) {
      this.forget();
      this.draw();
      if (chosen.site) {
        this.askOfSite(chosen.site, onZone);
      }
    }
    if (['site', 'workType', 'equipment'].some(key => chosen[key] !== before[key])) {
      clearTimeout(this.pending);
      this.pending = setTimeout(() => this.askOfWork(chosen), DEBOUNCE_MS);
    } else if (chosen.priority !== before.priority || chosen.resource !== before.resource) {
      this.draw();
    }
  }

  async askOfSite(code, onZone) {
    await this.ask(() => code === this.chosen.site, async () => {
      const [site, targets, open, last] = await Promise.all([
        api.site(code), this.hasPriority ? api.slaTargets(code) : [],
        api.search({ site: code, state: 'open', sort: 'due', size: MAX_SHOWN }),
        api.search({ site: code, sort: '-loggedAt', size: MAX_SHOWN, total: false })]);
      return { site, targets, open, last };
    });
    if (this.site && code === this.chosen.site) {
      onZone(this.site.timeZone);
    }
  }

  async askOfWork(chosen) {
    const { site, workType, equipment } = chosen;
    if (!site || !(workType || equipment)) {
      Object.assign(this, { duplicates: [], contractors: [] });
      this.draw();
      return;
    }
    await this.ask(() => chosen === this.chosen || ['site', 'workType', 'equipment']
      .every(key => chosen[key] === this.chosen[key]), async () => {
      const [duplicates, contractors] = await Promise.all([
        api.possibleDuplicates(site, workType, equipment), workType ? api.rankedContractors(site, workType) : []]);
      return { duplicates, contractors };
    });
  }

  /** A site, work type or contractor that is typed in full but wrong is for the form to complain about. */
  async ask(isWanted, question) {
    let answer;
    try {
      answer = { ...await question(), failure: null };
    } catch (failure) {
      answer = { failure: failure.status === 404 ? null : failure.message };
    }
    if (isWanted() && !this.isClosed) {
      Object.assign(this, answer);
      this.draw();
    }
  }

  take({ name, phone }) {
    // the number of somebody taken before is not his
    this.fill({ contactName: name, contactPhone: phone ?? '' });
  }

  draw() {
    if (this.isClosed) {
      return;
    }
    const { site } = this;
    render(html`
      ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure}</p>` : nothing}
      ${site ? nothing : html`<p class="jobline-quiet">${
        say('Pick a site to see its details.')}</p>`}
      <div role="status">${this.duplicates.length === 0 ? nothing : html`<section class="jobline-part jobline-warning">
        <h3>${say('Possible duplicates')}</h3>
        <ul class="jobline-lines">${this.duplicates.map(duplicate => this.duplicate(duplicate))}</ul></section>`}</div>
      ${site ? siteFacts({ ...site, siteName: [site.name, site.clientName].filter(Boolean).join(' · ') },
        { onTake: contact => this.take(contact) }) : nothing}
      ${this.targets.length === 0 ? nothing : this.priorities()}
      ${this.contractors.length === 0 ? nothing : this.askedFirst()}
      ${this.open ? this.orders(say('Open here'), this.open) : nothing}
      ${this.last ? this.orders(say('Last logged here'), this.last) : nothing}`, this.node);
  }

  duplicate({ number, status, description, recallUntil }) {
    return html`<li><a href=${addressOf(number)}>${number}</a> <span class="jobline-status">${status}</span> ${description}
      ${recallUntil ? html`<span class="jobline-quiet">${
        say('recall until {0}', time(recallUntil, this.site?.timeZone))}</span>` : nothing}</li>`;
  }

  priorities() {
    const columns = TARGETS.filter(key => this.targets.some(target => target[key]));
    return part(say('Priority'), html`<table class="jobline-table jobline-priorities">
      <thead><tr><th scope="col">${say('Logged now')}</th>${columns.map(key => html`<th scope="col">${targetName(key)}</th>`)}</tr></thead>
      <tbody>${this.targets.map(target => html`<tr aria-current=${target.priority === this.chosen.priority ? 'true' : nothing}>
        <th scope="row"><button type="button" class="btn btn-default btn-xs" aria-pressed=${
          target.priority === this.chosen.priority ? 'true' : 'false'}
          @click=${() => this.fill({ priority: target.priority })}>${target.priority} ${target.name}</button></th>
        ${columns.map(key => html`<td>${target[key] ? time(target[key], this.site?.timeZone) : '–'}</td>`)}
      </tr>`)}</tbody></table>`);
  }

  askedFirst() {
    return part(say('First choice'), html`<ul class="jobline-lines">
      ${this.contractors.slice(0, MAX_CONTRACTORS).map(({ code, name, phone, why }) => html`<li>
        <button type="button" class="btn btn-default btn-xs" aria-pressed=${code === this.chosen.resource ? 'true' : 'false'}
          @click=${() => this.fill({ resource: code })}>${name}</button> ${telephone(phone)}
        <span class="jobline-quiet">${why}</span></li>`)}</ul>`);
  }

  orders(title, { items, total }) {
    const isMore = total > items.length;
    return part(isMore ? title + ' (' + total + ')' : title, items.length === 0
      ? html`<p class="jobline-quiet">${say('None.')}</p>`
      : orderLines(items));
  }
}
