import { german } from './german.js';

/** The British English of the scripts needs no dictionary. */
const LANGUAGES = {
  en: { locale: 'en-GB', texts: {} },
  de: { locale: 'de-DE', texts: german }
};

/** As Tasklist chooses it: the browser's, if there is a dictionary. */
const { locale, texts } = LANGUAGES[navigator.language.slice(0, 2).toLowerCase()] || LANGUAGES.en;

export { locale };

/**
 * A text of ours in the agent's language. What the diagrams and forms say is left to whoever draws them.
 *
 * @param text in English, with {0}, {1} … where the values belong
 */
export function say(text, ...values) {
  return (texts[text] || text).replace(/\{(\d)\}/g, (all, index) => values[index]);
}
