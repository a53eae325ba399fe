/* The table of the comparison: rows (an indicator at a scope) down, plans across; arrow keys move, Enter opens. */

const scroller = document.getElementById('scroller');

const years = (plan) => [...new Set([plan.horizon_start, plan.horizon_end].filter(Boolean))].join('–');

const planHead = (plan) =>
  el(
    'th',
    { scope: 'col', 'data-view': plan.id },
    el('span', { class: 'name' }, say(plan.name)),
    el('span', { class: 'note' }, plan.document_number || word('no_number')),
    years(plan) ? el('span', { class: 'note' }, years(plan)) : '',
    plan.complete ? '' : el('span', { class: 'tag' }, word('fragment')),
  );

const rowHead = (row) =>
  el(
    'th',
    { scope: 'row', 'data-view': row.id, class: row.further ? 'further' : '', 'aria-label': rowName(row) },
    row.further ? '' : el('span', { class: 'name' }, named('indicators', row.indicator)),
    el('span', { class: 'note' }, listed([unitOf(row), say(row.scope_name)], 'dot')),
  );

const bodyCell = ({ cell, fit }) =>
  el(
    'td',
    {
      class: fit ? cell.status : `${cell.status} out`,
      'data-view': cellView(cell),
      'data-cell': cellKey(cell.plan, cell.row),
      'aria-label': cellLabel(cell),
    },
    cellContent(cell),
  );

/* Groups whose rows of one plan only are unfolded. */
const unfolded = new Set();

function toggleFold(group) {
  if (!unfolded.delete(group)) unfolded.add(group);
  drawGrid();
}

function countBy(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/* The line that folds and unfolds the rows of a group that only one plan states. */
const foldLine = (group, count, columns) =>
  el('tr', { class: 'fold' }, el('th', { colspan: columns.length + 1 },
    el('button', { type: 'button', 'aria-expanded': String(unfolded.has(group)), onclick: () => toggleFold(group) },
      word('only_one_plan', { count }))));

/* The table of some plans and the rows of a selection; used on the screen and, in parts, on paper.
   With `folding`, rows of indicators that only one plan states stand behind a line that unfolds them, in groups
   that have other rows. */
function table(columns, shown, folding = false) {
  const ids = new Set(columns.map((plan) => plan.id));
  const open = new Set(shown.filter(({ row }) => !row.folded).map(({ row }) => row.group));
  const single = countBy(shown.filter(({ row }) => row.folded), ({ row }) => row.group);
  const bodies = [];
  let group = null;
  let behind = false;
  for (const { row, cells: all } of shown) {
    if (row.group !== group) {
      group = row.group;
      behind = false;
      const head = el('th', { scope: 'rowgroup', colspan: columns.length + 1 }, el('span', {}, named('groups', group)));
      bodies.push(el('tbody', {}, el('tr', { class: 'group' }, head)));
    }
    const here = all.filter(({ cell }) => ids.has(cell.plan));
    const body = bodies[bodies.length - 1];
    const folds = folding && row.folded && open.has(group);
    if (folds && !behind) {
      body.append(foldLine(group, single.get(group), columns));
      behind = true;
    }
    if (folds && !unfolded.has(group)) continue;
    body.append(el('tr', {}, rowHead(row), here.map(bodyCell)));
  }
  const corner = el('th', { scope: 'col', class: 'corner' }, word('indicator'),
    el('span', { class: 'note' }, word('unit_and_scope')));
  return el('table', {}, el('thead', {}, el('tr', {}, corner, columns.map(planHead))), bodies);
}

/* Draw the grid and tell what is shown. */
function drawGrid() {
  const shown = selection();
  const before = document.activeElement?.dataset?.view;
  if (state.view?.row) openFoldOf(rows.get(state.view.row));
  const grid = table(shown.plans, shown.rows, !filtersInForce() && !rowsShown.absent);
  grid.id = 'grid';
  grid.setAttribute('role', 'grid');
  grid.setAttribute('aria-label', word('grid_label'));
  grid.style.setProperty('--plans', shown.plans.length);
  const empty = shown.rows.length ? '' : el('p', { class: 'empty' }, word('nothing_fits'));
  const { scrollLeft, scrollTop } = scroller;
  scroller.replaceChildren(grid, empty);
  scroller.scrollTo(scrollLeft, scrollTop);
  const stops = focusable(grid).flat();
  stops.forEach((stop) => { stop.tabIndex = -1; });
  const again = stops.find((stop) => stop.dataset.view === before) ?? grid.querySelector('tbody td') ?? stops[0];
  if (again) again.tabIndex = 0;
  if (before && again?.dataset.view === before) again.focus({ preventScroll: true });
  document.getElementById('summary').textContent =
    listed([summaryText(shown), filtersInForce()], 'sentence_gap');
  measureHeads();
  showOpenCell();
  if (state.screen === 'grid') state.drawn = drawnAs();
  keepAddress();
}

/* The row that the panel is about is never behind a fold. */
function openFoldOf(row) {
  if (row.folded) unfolded.add(row.group);
}

/* What sticks covers what scrolls: the browser is told how much, so that the focus is never behind it. */
function measureHeads() {
  const head = scroller.querySelector('thead');
  const corner = scroller.querySelector('.corner');
  if (!head) return;
  scroller.style.setProperty('--head', `${head.getBoundingClientRect().height}px`);
  scroller.style.setProperty('--first', `${corner.offsetWidth}px`);
}

const focusable = (grid) =>
  [...grid.rows].map((row) => [...row.cells].filter((cell) => cell.dataset.view)).filter((row) => row.length);

function step(key, row, column, rows, whole) {
  const last = rows.length - 1;
  const page = 10;
  switch (key) {
    case 'ArrowUp': return [row - 1, column];
    case 'ArrowDown': return [row + 1, column];
    case 'ArrowLeft': return [row, column - 1];
    case 'ArrowRight': return [row, column + 1];
    case 'PageUp': return [row - page, column];
    case 'PageDown': return [row + page, column];
    case 'Home': return [whole ? 0 : row, 0];
    case 'End': return [whole ? last : row, Infinity];
    default: return null;
  }
}

function focusCell(cell) {
  scroller.querySelectorAll('[tabindex="0"]').forEach((stop) => { stop.tabIndex = -1; });
  cell.tabIndex = 0;
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function onGridKey(event) {
  const cell = event.target.closest('[data-view]');
  if (!cell || event.altKey || event.metaKey) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    go(cell.dataset.view);
    return;
  }
  // The corner is no stop: in the head, plans are counted from 1 as the cells below them are.
  const rows = focusable(scroller.querySelector('table'));
  const at = rows.findIndex((row) => row.includes(cell));
  const offset = (row) => (rows[row][0].closest('thead') ? 1 : 0);
  const next = step(event.key, at, rows[at].indexOf(cell) + offset(at), rows, event.ctrlKey);
  if (!next) return;
  event.preventDefault();
  const row = Math.min(Math.max(next[0], 0), rows.length - 1);
  const column = Math.min(Math.max(next[1] - offset(row), 0), rows[row].length - 1);
  focusCell(rows[row][column]);
}

/* Show in the grid which cell the panel is about. */
function showOpenCell() {
  scroller.querySelectorAll('[aria-selected]').forEach((cell) => cell.removeAttribute('aria-selected'));
  openCell()?.setAttribute('aria-selected', 'true');
}

function openCell() {
  const { view } = state;
  if (!view) return null;
  const key = view.row && view.plan ? cellKey(view.plan, view.row) : null;
  const wanted = view.row ?? view.plan;
  return [...scroller.querySelectorAll('[data-view]')].find((cell) =>
    key ? cell.dataset.cell === key : cell.dataset.view === wanted,
  );
}
