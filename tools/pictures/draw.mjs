// Draws every BPMN file under processes/ to docs/pictures/<name>.png with a headless Chromium.
import { chromium } from 'playwright-core';
import { readFileSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const out = join(root, 'docs/pictures');
const library = join(here, 'node_modules/bpmn-js/dist');
const styles = ['assets/diagram-js.css', 'assets/bpmn-js.css'].map(file => readFileSync(join(library, file), 'utf8')).join('\n');
const margin = 20;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
mkdirSync(out, { recursive: true });
const files = readdirSync(join(root, 'processes'), { recursive: true }).filter(file => file.endsWith('.bpmn'));
for (const file of files) {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.setContent(`<style>${styles} body { margin: 0 }</style><div id="canvas"></div>`);
  await page.addScriptTag({ path: join(library, 'bpmn-viewer.production.min.js') });
  const size = await page.evaluate(async ([xml, margin]) => {
    const canvas = document.getElementById('canvas');
    canvas.style.cssText = 'width: 4000px; height: 3000px';
    const viewer = new BpmnJS({ container: canvas });
    const { warnings } = await viewer.importXML(xml);
    if (warnings.length) throw new Error(warnings.join('\n'));
    const { x, y, width, height } = viewer.get('canvas').viewbox().inner;
    canvas.style.cssText = `width: ${width + 2 * margin}px; height: ${height + 2 * margin}px`;
    viewer.get('canvas').resized();
    viewer.get('canvas').viewbox({ x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin });
    return { width: Math.ceil(width + 2 * margin), height: Math.ceil(height + 2 * margin) };
  }, [readFileSync(join(root, 'processes', file), 'utf8'), margin]);
  await page.setViewportSize(size);
  const picture = join(out, basename(file, '.bpmn') + '.png');
  await page.screenshot({ path: picture });
  console.log(picture);
  await page.close();
}
await browser.close();
