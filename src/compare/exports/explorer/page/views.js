/* What the panel shows: a cell, an indicator across plans, a plan, or the guide.
   Each view is `{kind, plan?, indicator?, statement?}`; `describe` gives `{title, note, body}`. */

/* The view behind an address: a statement, a plan, an indicator, plan/indicator, or the guide. */
function viewOf(key) {
  if (!key) return null;
  if (key === 'guide') return { kind: 'guide' };
  if (statements.has(key)) return viewOfStatement(statements.get(key));
  if (plans.has(key)) return { kind: 'plan', plan: key };
  if (indicators.has(key)) return { kind: 'indicator', indicator: key };
  const cell = cells.get(key);
  if (!cell) return { kind: 'missing', key };
  const statement = cell.statements[0] ?? cell.elsewhere[0];
  return { kind: 'cell', plan: cell.plan, indicator: cell.indicator, statement };
}

function viewOfStatement({ id, plan, indicator }) {
  const cell = cells.get(cellKey(plan, indicator));
  const behind = cell && [...cell.statements, ...cell.elsewhere].includes(id);
  return behind ? { kind: 'cell', plan, indicator, statement: id } : { kind: 'plan', plan, statement: id };
}

const cards = (ids, view, titled) => ids.map((id) => statementCard(statements.get(id), id === view.statement, titled));

const section = (title, ...children) => el('section', {}, el('h3', {}, title), children);

function findingList(found) {
  if (!found.length) return '';
  const items = found.map((one) =>
    el('li', {}, el('strong', {}, listed([named('severities', one.severity), named('checks', one.check)], 'dot')),
      el('span', {}, say(one.message))));
  return section(word('findings'), el('ul', { class: 'findings' }, items));
}

function documentFacts(plan) {
  return facts([
    ['document_title', plan.title || word('not_known')],
    ['document_number', plan.document_number || word('no_number')],
    ['issuer', plan.issuer],
    ['level', listed([named('levels', plan.region_level), plan.province_zh], 'dot')],
    ['issued_on', plan.issued_on],
    ['published_on', plan.published_on],
    ['effective_on', plan.effective_on],
    ['horizon', years(plan)],
    ['whole', word(plan.complete ? 'whole_yes' : 'whole_no')],
    ['incomplete_note', plan.incomplete_note],
    ['notes', plan.notes],
    ['register', plan.reviewed ? '' : word('not_reviewed')],
    ['source_file', plan.source_file],
    ['sha256', el('code', {}, plan.source_sha256)],
  ]);
}

function cellPage(view) {
  const cell = cells.get(cellKey(view.plan, view.indicator));
  const plan = plans.get(view.plan);
  const indicator = indicators.get(view.indicator);
  const behind = new Set([...cell.statements, ...cell.elsewhere]);
  return {
    title: named('indicators', view.indicator),
    note: say(plan.name),
    body: [
      el('p', { class: `headline ${cell.status}` },
        cell.value ? el('span', { class: 'amount' }, say(cell.value)) : '',
        el('span', { class: 'tag' }, named('statuses', cell.status))),
      el('p', { class: 'explain' }, word(`explain_${cell.status}`),
        cell.status === 'source_incomplete' ? el('span', { class: 'lacks' }, plan.incomplete_note) : ''),
      cell.value ? facts([
        ['comparator', cell.comparator && named('comparators', cell.comparator)],
        ['deadline', cell.deadline || word('none_stated')],
        ['scope', named('scopes', cell.scope)],
        ['earlier', steps(cell)],
      ]) : '',
      cell.statements.length
        ? section(word('statements_behind', { count: cell.statements.length }), cards(cell.statements, view)) : '',
      cell.elsewhere.length
        ? section(word('statements_elsewhere', { count: cell.elsewhere.length }),
            el('p', { class: 'explain' }, word('elsewhere_explain')), cards(cell.elsewhere, view)) : '',
      cell.searched ? section(word('searched'), el('p', { class: 'code' }, cell.searched)) : '',
      findingList(data.findings.filter((one) => one.statements.some((id) => behind.has(id)))),
      section(word('definition'), el('p', {}, say(indicator.definition)), linkTo(view.indicator, 'all_plans')),
      section(word('document'), documentFacts(plan), linkTo(view.plan, 'all_statements')),
    ],
  };
}

const linkTo = (key, text) => el('p', { class: 'buttons' }, button(text, () => go(key), { 'data-go': key }));

function indicatorPage(view) {
  const indicator = indicators.get(view.indicator);
  const each = data.plans.map((plan) => cells.get(cellKey(plan.id, view.indicator))).filter(Boolean);
  const entry = (cell) => {
    const first = statements.get(cell.statements[0]);
    return el(
      'article',
      { class: `card brief ${cell.status}${first ? '' : ' absent'}` },
      el('h4', {},
        el('span', {}, say(plans.get(cell.plan).name)),
        el('span', { class: 'amount' }, cell.value ? say(cell.value) : ''),
        el('span', { class: 'note' }, listed([
          cell.status !== 'stated' && named('statuses', cell.status),
          cell.deadline && word('by', { deadline: cell.deadline }),
          cell.value && named('scopes', cell.scope),
          cell.elsewhere.length && word('elsewhere_short', { count: cell.elsewhere.length }),
        ], 'dot')),
        button('open_cell', () => go(cellView(cell)), { 'data-go': cellView(cell) })),
      first ? markedSentence(first) : '',
    );
  };
  return {
    title: named('indicators', view.indicator),
    note: named('groups', indicator.group),
    body: [
      el('p', {}, say(indicator.definition)),
      facts([
        ['unit', unitOf(indicator)],
        ['direction', indicator.direction && named('directions', indicator.direction)],
        ['row_scope', indicator.scope && named('scopes', indicator.scope)],
        ['code', el('code', {}, indicator.id)],
      ]),
      section(word('across_plans'), each.map(entry)),
    ],
  };
}

function planPage(view) {
  const plan = plans.get(view.plan);
  const said = data.statements.filter((one) => one.plan === view.plan);
  const current = statements.get(view.statement);
  const line = (one) =>
    el('li', {},
      el('button', { type: 'button', class: 'line', onclick: () => go(one.id), 'data-go': one.id },
        el('span', { class: 'amount' }, say(one.value)),
        el('span', { class: 'note' }, one.indicator ? named('indicators', one.indicator) : word('uncoded'))));
  return {
    title: say(plan.name),
    note: plan.document_number || word('no_number'),
    body: [
      current ? [
        el('p', { class: 'explain' }, word('no_cell')),
        statementCard(current, true, true),
      ] : '',
      documentFacts(plan),
      findingList(data.findings.filter((one) => one.plan_id === view.plan)),
      section(word('statements_of_plan', { count: said.length }), el('ol', { class: 'lines' }, said.map(line))),
    ],
  };
}

const sourceList = () =>
  el('ol', { class: 'sources' }, data.plans.map((plan) =>
    el('li', {}, el('strong', {}, say(plan.name)), ' ', plan.citation, plan.complete ? '' : ` ${word('whole_no')}`,
      el('code', {}, `${plan.source_file} SHA-256 ${plan.source_sha256}`))));

const guidePage = () => ({
  title: word('guide_title'),
  note: word('made_with', { version: data.version }),
  body: [
    section(word('guide_read'), ['guide_grid', 'guide_scope', 'guide_keys', 'guide_links'].map((key) => el('p', {}, word(key)))),
    section(word('status'), el('dl', { class: 'facts statuses' }, [...names.get('statuses').keys()].map((code) => [
      el('dt', {}, sample(code), named('statuses', code)),
      el('dd', {}, word(`explain_${code}`)),
    ]))),
    section(word('comparator'), el('dl', { class: 'facts' }, [...names.get('comparators')].map(([code, both]) => [
      el('dt', {}, code === 'eq' ? word('no_sign') : both.symbol), el('dd', {}, named('comparators', code)),
    ]))),
    section(word('guide_cite'), el('p', {}, word('guide_cite_text')), sourceList()),
  ],
});

const missingPage = (view) => ({ title: word('not_found'), note: '', body: [el('p', {}, word('not_found_text', { key: view.key }))] });

const PAGES = { cell: cellPage, indicator: indicatorPage, plan: planPage, guide: guidePage, missing: missingPage };
const describe = (view) => PAGES[view.kind](view);
