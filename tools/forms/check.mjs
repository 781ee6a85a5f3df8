// Opens every form in the form library's editor and saves it again: what the file says must all be there afterwards, or a
// process owner who opens it in the Modeler would change more than he sees.
import { chromium } from 'playwright-core';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const library = join(here, 'node_modules/@bpmn-io/form-js/dist');
const folders = ['forms', 'docs/example'];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
await page.setContent('<div id="editor"></div>');
await page.addScriptTag({ path: join(library, 'form-editor.umd.js') });

let faults = 0;
let files = 0;
for (const folder of folders) {
  for (const file of readdirSync(join(root, folder)).filter(name => name.endsWith('.form'))) {
    const form = JSON.parse(readFileSync(join(root, folder, file), 'utf8'));
    const { saved, complaints } = await page.evaluate(async schema => {
      const editor = new FormEditor.FormEditor({ container: document.getElementById('editor') });
      try {
        const { warnings } = await editor.importSchema(schema);
        return { saved: editor.saveSchema(), complaints: warnings.map(String) };
      } catch (failure) {
        return { saved: null, complaints: [String(failure)] };
      } finally {
        editor.destroy();
      }
    }, form);
    const lost = saved ? missing(form, saved, file) : [];
    [...complaints.map(complaint => `${file}: ${complaint}`), ...lost].forEach(fault => {
      console.error(fault);
      faults++;
    });
    files++;
  }
}
await browser.close();
if (files === 0) {
  console.error('There is no form in ' + folders.join(', '));
  faults++;
}
console.log(`${files} forms opened and saved, ${faults} faults`);
process.exit(faults ? 1 : 0);

/** Where the saved form says something else than the file, or nothing; what the editor adds for its layout is no loss. */
function missing(before, after, path) {
  if (before !== null && typeof before === 'object') {
    if (after === null || typeof after !== 'object' || Array.isArray(before) !== Array.isArray(after)
        || (Array.isArray(before) && before.length !== after.length)) {
      return [`${path}: was ${JSON.stringify(before)}, is ${JSON.stringify(after)}`];
    }
    return Object.entries(before).flatMap(([key, value]) => missing(value, after[key], `${path}/${key}`));
  }
  return before === after ? [] : [`${path}: was ${JSON.stringify(before)}, is ${JSON.stringify(after)}`];
}
