/* The data of the page, its words in the language at hand, and how elements are made.
   Text from the data only ever becomes text: there is no markup in strings anywhere. */

const data = unpacked(JSON.parse(document.getElementById('data').textContent));
/* What is shown: a screen (findings, grid, …) with its options, and what is open in the panel beside it. */
const state = { lang: /^zh\b/i.test(navigator.language) ? 'zh' : 'en', view: null, screen: 'findings', query: '' };

/* Undo what packing.py did: `{keys, rows}` is a list of objects, the lines of `why` are numbers. */
function unpacked(packed) {
  const table = ({ keys, rows: items }) => items.map((item) => Object.fromEntries(keys.map((key, at) => [key, item[at]])));
  const whole = Object.fromEntries(Object.entries(packed).map(([name, part]) => [name, part?.keys && part.rows ? table(part) : part]));
  for (const one of whole.statements) {
    one.why = Object.fromEntries(Object.entries(one.why).map(([lang, lines]) => [lang, lines.map((line) => packed.lines[line])]));
  }
  return whole;
}

const byId = (items) => new Map(items.map((item) => [item.id, item]));
const plans = byId(data.plans);
const rows = byId(data.rows);
const statements = byId(data.statements);
const cellKey = (plan, row) => `${plan}/${row}`;
const cells = new Map(data.cells.map((cell) => [cellKey(cell.plan, cell.row), cell]));
/* The cells of a plan by the statements behind them: a statement stands in one row only. */
const cellOf = new Map(data.cells.flatMap((cell) => cell.statements.map((id) => [id, cell])));
const names = new Map(
  Object.entries(data.names).map(([section, entries]) => [section, new Map(Object.entries(entries))]),
);
const words = new Map(
  Object.entries(data.words).map(([lang, entries]) => [lang, new Map(Object.entries(entries))]),
);

/* A text that is given in both languages, in the one at hand. */
const say = (both) => both[state.lang];

/* A phrase of the codebook's wording, its {braces} filled in. A study's own wording may lack one:
   then its key is shown, and the console told. */
function word(key, values = {}) {
  const phrase = words.get(state.lang).get(key);
  if (phrase === undefined) console.warn(`explorer.yaml has no explorer.${key}`);
  return (phrase ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/* What a code is called; a code without a name is its own. */
function named(section, code) {
  const found = names.get(section).get(code);
  return found ? say(found) : code;
}

/* Parts that are not empty, put together with a phrase between them. */
const listed = (parts, between) => parts.filter(Boolean).join(word(between));

/* An element with attributes and children; `onclick: f` listens, false and "" children are left out. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== false && child !== ''));
  return node;
}

const button = (key, onclick, attributes = {}) =>
  el('button', { type: 'button', onclick, ...attributes }, word(key));

/* Name and value pairs; pairs without a value are left out. */
function facts(pairs) {
  const shown = pairs.filter(([, value]) => (Array.isArray(value) ? value.length : value));
  return el('dl', { class: 'facts' }, shown.map(([key, value]) => [el('dt', {}, word(key)), el('dd', {}, value)]));
}
