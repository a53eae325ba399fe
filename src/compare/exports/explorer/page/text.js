/* Spans of a plan's text, cut out and marked. */

/* The tables count characters, JavaScript counts UTF-16 units: they differ where a character
   stands outside the basic plane (rare names of places and people), so such texts are split. */
const split = new Map();
function units(plan) {
  if (!split.has(plan.id)) {
    split.set(plan.id, /[\ud800-\udbff]/.test(plan.text) ? Array.from(plan.text) : plan.text);
  }
  return split.get(plan.id);
}

function cut(plan, start, end) {
  const part = units(plan).slice(start, end);
  return typeof part === 'string' ? part : part.join('');
}

/* Words of a plan on one line, as tables/words/one_line.py prints them: no blank where a line end broke a word. */
const CHINESE = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u2018-\\u201d\\u2014\\u2026';
const BREAK = '[ \\t\\u3000]*\\r?\\n[ \\t\\u3000]*';
const BROKEN = new RegExp(
  `(?<=[${CHINESE}])${BREAK}(?=[${CHINESE}0-9])|(?<=[0-9%])${BREAK}(?=[${CHINESE}%])` +
  `|(?<=[${CHINESE}]{10}[0-9])${BREAK}(?=[0-9])`, 'gu');
const oneLine = (text) => text.replace(BROKEN, '').replace(/\s+/gu, ' ').trim();

/* A layer puts the class `name` on the characters of `span`. */
const layer = (name, [start, end]) => ({ name, start, end });
const MARKED = ['quote', 'other'];

/* The text from `start` to `end` as nodes: plain text, and an element wherever layers lie. */
function pieces(plan, start, end, layers) {
  const here = layers.filter((one) => one.start < end && one.end > start);
  const edges = here.flatMap((one) => [Math.max(one.start, start), Math.min(one.end, end)]);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const text = cut(plan, from, cuts[index + 1]);
    const over = [...new Set(here.filter((one) => one.start <= from && one.end > from).map((one) => one.name))];
    if (!over.length) return text;
    return el(over.some((name) => MARKED.includes(name)) ? 'mark' : 'span', { class: over.join(' ') }, text);
  });
}

const quoteLayers = (statement) => [layer('quote', statement.span), layer('value', statement.value_span)];

const quoteOf = (statement) => cut(plans.get(statement.plan), ...statement.span);
const sentenceOf = (statement) => cut(plans.get(statement.plan), ...statement.sentence);

/* The sentence of a statement with its quotation and value marked. */
const markedSentence = (statement) =>
  el(
    'blockquote',
    { lang: 'zh-CN' },
    pieces(plans.get(statement.plan), ...statement.sentence, quoteLayers(statement)),
  );

/* The whole text of a plan, a paragraph for each line; blank lines are not drawn. */
function wholeText(plan, layers) {
  const all = [
    ...plan.headings.map(([start, end, level]) => layer(level <= 1 ? 'heading top' : 'heading', [start, end])),
    ...plan.furniture.map((span) => layer('furniture', span)),
    ...layers,
  ];
  const text = units(plan);
  const lines = [];
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    if (cut(plan, start, end).trim()) lines.push(el('p', {}, pieces(plan, start, end, all)));
    start = end + 1;
  }
  return lines;
}
