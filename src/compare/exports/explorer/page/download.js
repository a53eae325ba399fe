/* What one sees as a file: CSV of what is shown, SVG and PNG of how it is shown. Nothing leaves the page. */

/* The name of the language of drawings, as the browser gives it. */
const SPACE = document.getElementById('blank').namespaceURI;
const MOST_PIXELS = 6e7;

function save(name, blob) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/* --- CSV ------------------------------------------------------------------------------------------ */

/* Text that a spreadsheet would calculate gets an apostrophe in front. */
const field = (text) => {
  const guarded = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};
const csvText = (lines) => `\ufeff${lines.map((line) => line.map((one) => field(String(one ?? ''))).join(',')).join('\n')}\n`;

const cellLine = (cell) => {
  const row = rows.get(cell.row);
  const first = statements.get(cell.statements[0]);
  return [named('indicators', row.indicator), say(row.scope_name), say(plans.get(cell.plan).name), named('statuses', cell.status),
    cell.value ? say(cell.value) : '', cell.deadline, first ? sentenceOf(first) : clauseOf(cell), plans.get(cell.plan).citation, cell.row, cell.plan, cell.statements.join(' ')];
};
const cellHeads = () => ['indicator', 'scope', 'region', 'status', 'value', 'deadline', 'sentence', 'sources'].map((key) => word(key)).concat('row_id', 'plan_id', 'statement_ids');

const measureLine = (measure) => [named('families', measure.family), named('instruments', measure.instrument), say(plans.get(measure.plan).name), named('statuses', measure.status),
  measure.level ?? '', measure.items, measure.lead.map((code) => named('departments', code)).join(' '), measure.span ? cut(plans.get(measure.plan), ...measure.span) : ''];

const TABLES = {
  findings: () => [[word('group'), word('finding'), 'cells'], ...data.observations.map((one) => [one.group ? named('groups', one.group) : word('overall'), say(one.text), one.cells.join(' ')])],
  grid: () => [cellHeads(), ...selection().rows.flatMap((row) => row.cells.filter((one) => one.fit).map((one) => cellLine(one.cell)))],
  means: () => [['family', 'instruments', 'region', 'status', 'level_number', 'task_items', 'lead', 'sentence'].map((key) => word(key)), ...data.measures.map(measureLine)],
  two: () => pair.by ? taskLines() : [cellHeads(), ...[...names.get('groups').keys()].filter((topic) => !pair.topic || topic === pair.topic).flatMap(sharedRows)
    .flatMap((row) => [pair.a, pair.b].map((plan) => cells.get(cellKey(plan, row.id))).filter(Boolean).map(cellLine))],
  search: () => [[word('region'), word('trail'), word('sentence'), word('place'), word('sources')], ...findSentences(state.query).flatMap(({ plan, found }) =>
    found.map(({ sentence: { start, end } }) => [say(plan.name), headingAt(plan, start), cut(plan, start, end).trim(), `${start}-${end}`, plan.citation]))],
};

/* --- pictures ------------------------------------------------------------------------------------- */

function svgNode(name, attributes, text) {
  const node = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

const seen = (colour) => colour && !/^rgba\(.*, 0\)$|^transparent$/.test(colour);

/* Ground, hatch and edges of an element as it is drawn. */
function* boxes(node, style, rect) {
  const place = { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
  if (style.backgroundImage !== 'none') yield svgNode('rect', { ...place, fill: 'url(#hatch)' });
  else if (seen(style.backgroundColor)) yield svgNode('rect', { ...place, fill: style.backgroundColor });
  const ring = /(rgb\([^)]*\)).* (\d+)px inset/.exec(style.boxShadow);
  if (ring && Number(ring[2])) {
    const inset = Number(ring[2]) / 2;
    yield svgNode('rect', { x: rect.x + inset, y: rect.y + inset, width: Math.max(rect.width - 2 * inset, 0), height: Math.max(rect.height - 2 * inset, 0), fill: 'none', stroke: ring[1], 'stroke-width': ring[2] });
  }
  const edges = { Top: [0, 0, 1, 0], Bottom: [0, 1, 1, 1], Left: [0, 0, 0, 1], Right: [1, 0, 1, 1] };
  for (const [side, [x1, y1, x2, y2]] of Object.entries(edges)) {
    const width = parseFloat(style[`border${side}Width`]);
    if (width > 0 && style[`border${side}Style`] !== 'none') {
      yield svgNode('line', { x1: rect.x + x1 * rect.width, y1: rect.y + y1 * rect.height, x2: rect.x + x2 * rect.width, y2: rect.y + y2 * rect.height, stroke: style[`border${side}Color`], 'stroke-width': width });
    }
  }
}

/* A text node as lines, each where the browser put it. */
function lines(node) {
  const range = document.createRange();
  const found = [];
  for (let at = 0; at < node.data.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const [rect] = range.getClientRects();
    if (!rect || !rect.width) continue;
    const last = found[found.length - 1];
    if (last && Math.abs(last.y - rect.y) < 3) last.text += node.data[at];
    else found.push({ x: rect.x, y: rect.y, height: rect.height, text: node.data[at] });
  }
  return found;
}

function* texts(node) {
  const style = getComputedStyle(node.parentElement);
  const size = parseFloat(style.fontSize);
  for (const line of lines(node)) {
    yield svgNode('text', { x: line.x, y: line.y + line.height / 2 + size * 0.36, fill: style.color, 'font-size': style.fontSize, 'font-weight': style.fontWeight }, line.text.trimEnd());
  }
}

/* A drawing of an element: its grounds, edges and words, without anything that would have to be fetched. */
function drawing(root) {
  const { scrollTop, scrollLeft } = root;
  root.scrollTo(0, 0);
  const frame = root.getBoundingClientRect();
  const [width, height] = [root.scrollWidth, root.scrollHeight];
  const nodes = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.trim() && node.parentElement.checkVisibility()) nodes.push(...texts(node));
    } else if (node.checkVisibility()) {
      nodes.push(...boxes(node, getComputedStyle(node), node.getBoundingClientRect()));
    }
  }
  root.scrollTo(scrollLeft, scrollTop);
  const svg = svgNode('svg', { xmlns: SPACE, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': getComputedStyle(document.body).fontFamily });
  const hatch = svgNode('pattern', { id: 'hatch', width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
  hatch.append(svgNode('rect', { width: 8, height: 8, fill: '#ffffff' }), svgNode('line', { x1: 0, y1: 0, x2: 0, y2: 8, stroke: '#dcdcdc', 'stroke-width': 1.5 }));
  const defs = svgNode('defs', {});
  defs.append(hatch);
  const shifted = svgNode('g', { transform: `translate(${-frame.x} ${-frame.y})` });
  shifted.append(...nodes);
  svg.append(defs, svgNode('rect', { width, height, fill: '#ffffff' }), shifted);
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

const shownElement = () => (state.screen === 'grid' ? scroller : screen);

async function png({ svg, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = el('canvas', { width: Math.floor(width * scale), height: Math.floor(height * scale) });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
}

const WAYS = {
  'download_csv': () => new Blob([csvText(TABLES[state.screen]())], { type: 'text/csv' }),
  'download_svg': () => new Blob([drawing(shownElement()).svg], { type: 'image/svg+xml' }),
  'download_png': () => png(drawing(shownElement())),
};

const downloadMenu = () =>
  Object.entries(WAYS).map(([key, make]) => {
    const way = key.split('_')[1];
    const onclick = async () => {
      closeMenus();
      save(`compare-plans-${state.screen}.${way}`, await make());
    };
    return button(key, onclick, { 'data-way': way });
  });
