/* What a cell of the comparison shows, and how it is read out. */

/* The marks of cells without a value; what they mean is in the legend and in the cell's label. */
const MARKS = { qualitative: '“…”', not_stated: '—', source_incomplete: '?', not_applicable: '/' };
const SAMPLES = { stated: '80%', derived: '80%', conflicting: '60 ≠ 80', ...MARKS };
const sample = (code) => el('span', { class: `sample ${code}`, 'aria-hidden': 'true' }, SAMPLES[code]);

const unitOf = (row) => say(row.unit);
const rowName = (row) => listed([named('indicators', row.indicator), say(row.scope_name)], 'comma');

/* The key under which a cell opens: its first statement, if there is one. */
const cellView = (cell) => cell.statements[0] ?? cellKey(cell.plan, cell.row);
/* The clause in which a plan speaks of a row without a number. */
const clauseOf = (cell) => (cell.span ? cut(plans.get(cell.plan), ...cell.span) : '');

const steps = (cell) =>
  cell.path.map(({ deadline, value }) => [' ', el('span', { class: 'step' }, word('step', { deadline, value }))]);

function cellContent(cell) {
  return [
    cell.value ? el('span', { class: 'amount' }, say(cell.value)) : el('span', { class: 'absent' }, MARKS[cell.status]),
    cell.value && cell.deadline ? el('span', { class: 'by' }, cell.deadline) : '',
    cell.span ? el('span', { class: 'note clause', lang: 'zh-CN' }, clauseOf(cell)) : '',
    cell.path.length ? el('span', { class: 'note' }, word('earlier'), steps(cell)) : '',
    !cell.value && cell.elsewhere.length
      ? el('span', { class: 'note' }, word('elsewhere_short', { count: cell.elsewhere.length }))
      : '',
  ];
}

function cellLabel(cell) {
  const plain = !cell.value || cell.status === 'stated';
  const parts = [
    cell.value ? say(cell.value) : named('statuses', cell.status),
    cell.value && cell.comparator ? named('comparators', cell.comparator) : '',
    plain ? '' : named('statuses', cell.status),
    cell.deadline ? word('by', { deadline: cell.deadline }) : '',
    !cell.value && cell.elsewhere.length ? word('elsewhere_short', { count: cell.elsewhere.length }) : '',
  ];
  return word('cell_label', {
    indicator: rowName(rows.get(cell.row)),
    region: say(plans.get(cell.plan).name),
    says: listed(parts, 'comma'),
  });
}

/* Samples of the statuses and the signs that occur, with their names. */
function legendItems() {
  const present = new Set(data.cells.map((cell) => cell.status));
  const signs = new Set(data.cells.map((cell) => cell.comparator));
  const statuses = [...names.get('statuses').keys()].filter((code) => present.has(code));
  const symbols = [...names.get('comparators')].filter(([code]) => signs.has(code) && code !== 'eq' && code !== 'range');
  return [
    ...statuses.map((code) => el('li', {}, sample(code), named('statuses', code))),
    ...symbols.map(([code, both]) => el('li', {}, el('span', { class: 'sign' }, both.symbol), named('comparators', code))),
    el('li', { class: 'caution' }, word('not_zero')),
  ];
}
