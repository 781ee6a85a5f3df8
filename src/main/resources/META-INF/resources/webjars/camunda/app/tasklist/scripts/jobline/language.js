import { german } from './german.js';
import { germanNotes } from './german-notes.js';
import { germanGroups, germanRefusals } from './german-refusals.js';

/** The British English of the scripts, and of what the server says, needs no dictionary. */
const LANGUAGES = {
  en: { locale: 'en-GB', texts: {}, refusals: {}, notes: {}, groups: {} },
  de: { locale: 'de-DE', texts: german, refusals: germanRefusals, notes: germanNotes, groups: germanGroups }
};

/** As Tasklist chooses it: the browser's, if there is a dictionary. */
const asked = navigator.language.slice(0, 2).toLowerCase();
const language = LANGUAGES[asked] ? asked : 'en';
const { locale, texts, refusals, notes, groups } = LANGUAGES[language];
/** What may stand in a place of what the server says: what goes on after it is something else that was said. */
const ONE_SENTENCE = '((?:(?!\\. \\p{Lu}).)+?)';
const PLACE = /\{(\d)\}/g;
/** The place in which groups stand, with or between them. */
const GROUPS = /\{(\d)\} only\.$|is for \{(\d)\} to decide|authorisation by \{(\d)\}/;

export { language, locale };

/**
 * A text of ours in the agent's language. What diagrams and forms say is translated by whoever draws them: see
 * translations.js.
 *
 * @param text in English, with {0}, {1} … where the values belong
 */
export function say(text, ...values) {
  return (texts[text] || text).replace(PLACE, (all, index) => values[index]);
}

/**
 * What the server refused something for in English, in the agent's language; null when there are no words for it.
 *
 * @param name says what stands in a place of it
 */
export function retold(text, name) {
  return from(refusals, text, name);
}

/** The same for what it noted with an event. */
export function noted(text, name) {
  return from(notes, text, name);
}

function from(dictionary, text, name) {
  for (const [english, translation] of Object.entries(dictionary)) {
    const values = new RegExp('^' + english.split(PLACE).map((part, index) => index % 2 === 0
      ? part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') : ONE_SENTENCE).join('') + '$', 'su').exec(text);
    if (values) {
      const groupsAt = GROUPS.exec(english)?.slice(1).find(Boolean);
      const shown = (all, index) => (index === groupsAt ? groupNames : name)(values[Number(index) + 1]) ?? all;
      const told = translation.replace(PLACE, shown);
      return told.search(PLACE) < 0 ? told : null;
    }
  }
  return null;
}

/** Null when one of them has no words. */
function groupNames(text) {
  const names = text.split(' or ').map(group => groups[group.toLowerCase()]);
  return names.includes(undefined) ? null : names.join(' ' + groups.or + ' ');
}
