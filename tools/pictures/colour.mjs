// Gives every kind of piece in processes/ its colour (docs/legend.bpmn says which is which). Colour only repeats what
// the shape says, so that a print in black and white and a colour-blind reader lose nothing.
import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const COLOURS = {
  status: ['#fff3c4', '#7a5d00'],
  action: ['#d6e9f8', '#0b4f8a'],
  sideEffect: ['#eceff1', '#455a64'],
  onDemand: ['#e6f4e6', '#2e7d32'],
  onDemandFrame: ['#fbfdfb', '#2e7d32'],
  outcome: ['#fde3d0', '#a84300'],
  link: ['#efe3f7', '#5e3a87'],
};
const NAMESPACES = ' xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0"'
  + ' xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0"';

/** What kind of piece an element is, from its own tag and what is inside it; undefined for those without a colour. */
function kind(tag, attributes, content) {
  const definition = /<bpmn:(\w+)EventDefinition/.exec(content)?.[1];
  switch (tag) {
    case 'userTask': return 'action';
    case 'serviceTask': case 'businessRuleTask': return 'sideEffect';
    case 'subProcess': return /triggeredByEvent="true"/.test(attributes) ? 'onDemandFrame' : undefined;
    case 'startEvent': return definition === 'message' ? 'onDemand' : definition === 'escalation' ? 'outcome' : undefined;
    case 'intermediateThrowEvent': return definition === undefined ? 'status' : definition === 'link' ? 'link' : undefined;
    case 'intermediateCatchEvent': return definition === 'link' ? 'link' : undefined;
    case 'boundaryEvent': return definition === 'escalation' ? 'outcome' : undefined;
    case 'endEvent': return definition === 'escalation' || definition === 'message' ? 'outcome' : undefined;
    default: return undefined;
  }
}

function coloured(xml) {
  const kinds = new Map();
  for (const [, tag, attributes] of xml.matchAll(/<bpmn:(\w+)((?: [\w:]+="[^"]*")*) ?\/?>/g)) {
    const id = / id="([^"]*)"/.exec(attributes)?.[1];
    const inside = tag === 'subProcess' ? ''
      : new RegExp(`<bpmn:${tag} [^>]*id="${id}"[^>]*[^/]>([\\s\\S]*?)</bpmn:${tag}>`).exec(xml)?.[1] ?? '';
    kinds.set(id, kind(tag, attributes, inside));
  }
  const shaped = xml.replace(/<bpmndi:BPMNShape [^>]*>/g, shape => {
    const plain = shape.replace(/ (?:bioc|color):[\w-]+="[^"]*"/g, '');
    const colours = COLOURS[kinds.get(/bpmnElement="([^"]*)"/.exec(plain)[1])];
    if (!colours) return plain;
    const [fill, stroke] = colours;
    return plain.replace(/( ?\/?>)$/, ` bioc:stroke="${stroke}" bioc:fill="${fill}"`
      + ` color:background-color="${fill}" color:border-color="${stroke}"$1`);
  });
  return shaped.includes('xmlns:bioc=') ? shaped : shaped.replace(/(<bpmn:definitions [^>]*xmlns:xsi="[^"]*")/, `$1${NAMESPACES}`);
}

const files = readdirSync(join(root, 'processes'), { recursive: true }).filter(file => file.endsWith('.bpmn'))
  .map(file => join(root, 'processes', file));
for (const file of [...files, join(root, 'docs/legend.bpmn'), join(root, 'docs/example/keys.bpmn')]) {
  const before = readFileSync(file, 'utf8');
  const after = coloured(before);
  if (after !== before) {
    writeFileSync(file, after);
    console.log(file);
  }
}
