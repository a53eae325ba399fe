/* Filters: which plans are columns, which rows are shown, and which cells fit. */

const NONE = 'none';

function deadlineYears(cell) {
  if (!cell.value) return [];
  const years = [cell.deadline, ...cell.path.map((step) => step.deadline)].map((one) => one.slice(0, 4));
  return years.some(Boolean) ? years.filter(Boolean) : [NONE];
}

const present = (section, codes) => [...names.get(section).keys()].filter((code) => codes.has(code));
const codeOptions = (section, codes) => present(section, new Set(codes)).map((code) => [code, named(section, code)]);

/* Each facet: its id (also the key of its wording), its options, and the codes a cell has of it. */
const facets = [
  { id: 'region', options: () => data.plans.map((plan) => [plan.id, say(plan.name)]), codes: (cell) => [cell.plan] },
  {
    id: 'group',
    options: () => codeOptions('groups', data.rows.map((one) => one.group)),
    codes: (cell) => [rows.get(cell.row).group],
  },
  {
    id: 'deadline',
    options: () => {
      const years = [...new Set(data.cells.flatMap(deadlineYears))].filter((year) => year !== NONE).sort();
      return [...years.map((year) => [year, year]), [NONE, word('no_deadline')]];
    },
    codes: deadlineYears,
  },
  {
    id: 'status',
    options: () => codeOptions('statuses', data.cells.map((cell) => cell.status)),
    codes: (cell) => [cell.status],
  },
  {
    id: 'scope',
    options: () => codeOptions('scopes', data.rows.map((row) => row.scope)),
    codes: (cell) => [rows.get(cell.row).scope],
  },
];
const chosen = new Map(facets.map((facet) => [facet.id, new Set()]));
const rowsShown = { absent: false };

const allows = (id, codes) => !chosen.get(id).size || codes.some((code) => chosen.get(id).has(code));

const fits = (cell) => facets.every((facet) => allows(facet.id, facet.codes(cell)));

const saysSomething = (cell) => !['not_stated', 'source_incomplete'].includes(cell.status) || cell.elsewhere.length > 0;

/* Who asks for a status also wants the rows that no plan speaks of. */
const wantsAbsent = () => rowsShown.absent || chosen.get('status').size > 0;

/* The grid as filtered: `{plans, rows: [{row, cells: [{cell, fit}]}], hidden}`.
   `hidden` counts the rows left out only because no plan speaks of them. */
function selection() {
  const columns = data.plans.filter((plan) => allows('region', [plan.id]));
  const kept = [];
  let hidden = 0;
  for (const row of data.rows) {
    const here = columns.map((plan) => cells.get(cellKey(plan.id, row.id))).filter(Boolean);
    const tried = here.map((cell) => ({ cell, fit: fits(cell) }));
    if (!tried.some((one) => one.fit)) continue;
    if (wantsAbsent() || here.some(saysSomething)) kept.push({ row, cells: tried });
    else hidden += 1;
  }
  return { plans: columns, rows: kept, hidden };
}

function clearFilters() {
  chosen.forEach((codes) => codes.clear());
  rowsShown.absent = false;
}

/* What is in force, in words, for the summary and for print. */
function filtersInForce() {
  return facets
    .filter((facet) => chosen.get(facet.id).size)
    .map((facet) => {
      const picked = facet.options().filter(([code]) => chosen.get(facet.id).has(code));
      return word('filter_in_force', { name: word(facet.id), values: listed(picked.map(([, name]) => name), 'comma') });
    })
    .join(word('semicolon'));
}

function summaryText(shown) {
  const fitting = shown.rows.reduce((sum, row) => sum + row.cells.filter((one) => one.fit).length, 0);
  const dimmed = shown.rows.some((row) => row.cells.some((one) => !one.fit));
  return listed(
    [
      word('summary', {
        rows: shown.rows.length, all: data.rows.length, plans: shown.plans.length, of: data.plans.length,
      }),
      shown.hidden ? word('summary_hidden', { count: shown.hidden }) : '',
      dimmed ? word('summary_fitting', { count: fitting }) : '',
    ],
    'sentence_gap',
  );
}
