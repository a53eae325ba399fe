/* Print: the open page of the panel, or the grid in parts that fit a sheet. */

const paper = document.getElementById('paper');
const PLANS_PER_SHEET = 6;

function gridPaper() {
  const shown = selection();
  const parts = [];
  for (let first = 0; first < shown.plans.length; first += PLANS_PER_SHEET) {
    parts.push(table(shown.plans.slice(first, first + PLANS_PER_SHEET), shown.rows));
  }
  return [
    el('p', {}, listed([summaryText(shown), filtersInForce()], 'sentence_gap')),
    el('ul', { class: 'legend' }, legendItems()),
    parts,
    el('h2', {}, word('sources')),
    sourceList(),
  ];
}

function viewPaper(view) {
  const { title, note, body } = describe(view);
  return [el('h2', {}, title, note ? el('span', { class: 'note' }, note) : ''), body];
}

function screenPaper() {
  const { title, note, body } = SCREENS[state.screen]();
  return [el('h2', {}, title, note ? el('span', { class: 'note' }, note) : ''), body, el('h2', {}, word('sources')), sourceList()];
}

function fillPaper() {
  const { view } = state;
  const onGrid = state.screen === 'grid';
  paper.className = view ? `view ${view.kind}` : state.screen;
  paper.replaceChildren(
    el('h1', {}, word('title')),
    ...[view ? viewPaper(view) : onGrid ? gridPaper() : screenPaper()].flat(Infinity).filter(Boolean),
    el('p', { class: 'colophon' }, word('made_with', { version: data.version })),
  );
  paper.querySelectorAll('details').forEach((fold) => { fold.open = true; });
}

const clearPaper = () => paper.replaceChildren();

/* Both ways of learning of it: not every browser has each. */
function watchPrint() {
  addEventListener('beforeprint', fillPaper);
  addEventListener('afterprint', clearPaper);
  matchMedia('print').addEventListener('change', (event) => (event.matches ? fillPaper() : clearPaper()));
}
