// The texts of forms: the bit of Markdown and the {{…}} they use. Everything is drawn as text, nothing as markup.

import { html, nothing } from '../lit-html.js';
import { evaluate } from './expressions.js';

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const INLINE = /\*\*(.+?)\*\*|\[([^\]]*)\]\((\/[a-z][^)\s]*)\)/gs;
/** Around what a value brought along, so that its own asterisks and brackets stay what they are. */
const [OPEN, CLOSE] = ['\u0001', '\u0002'];

/** @return the text as a template to draw; nothing when nothing is left of it */
export function formText(text, values) {
  const kept = [];
  const filled = text.replace(/\{\{(.*?)\}\}/gs, (all, expression) => {
    kept.push(shown(expression, values));
    return OPEN + (kept.length - 1) + CLOSE;
  });
  const put = part => part.replace(/\u0001(\d+)\u0002/g, (all, index) => kept[index]);
  const blocks = filled.split(/\n\s*\n/).map(block => block.trim()).filter(block => put(block).trim() !== '');
  return blocks.length === 0 ? nothing : blocks.map(block => {
    const heading = /^(#{1,4}) ([^\n]*)\n?/.exec(block);
    const rest = heading ? block.slice(heading[0].length) : block;
    return html`${heading ? html`<h4>${inline(heading[2], put)}</h4>` : nothing}
      ${rest ? html`<p>${lines(rest, put)}</p>` : nothing}`;
  });
}

function shown(expression, values) {
  const value = evaluate(expression, values);
  return value === null ? '' : unescaped(String(value));
}

function unescaped(text) {
  return text.replace(/&(?:amp|lt|gt|quot);/g, entity => ENTITIES[entity]);
}

function lines(text, put) {
  return text.split('\n').map((line, index) => html`${index > 0 ? html`<br>` : nothing}${inline(line, put)}`);
}

function inline(text, put) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(put(unescaped(text.slice(from, match.index))), match[1] !== undefined
      ? html`<strong>${put(unescaped(match[1]))}</strong>`
      : html`<a href=${match[3].replace(/\u0001(\d+)\u0002/g, (all, index) => encodeURIComponent(put(all)))}
          target="_blank" rel="noopener">${put(match[2])}</a>`);
    from = match.index + match[0].length;
  }
  return [...parts, put(unescaped(text.slice(from)))];
}
