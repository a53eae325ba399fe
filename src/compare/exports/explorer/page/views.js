/* What the panel shows: a cell, a row across plans, a plan, or the guide.
   Each view is `{kind, plan?, row?, statement?}`; `describe` gives `{title, note, body}`. */

/* The view behind an address: a statement, a plan, a row, plan/row, a place (plan@start-end), an instrument, or
   the guide. */
function viewOf(key) {
  if (!key) return null;
  if (key === 'guide') return { kind: 'guide' };
  if (measures.has(key)) return { kind: 'measure', plan: measures.get(key).plan, measure: key };
  if (statements.has(key)) return viewOfStatement(statements.get(key));
  if (plans.has(key)) return { kind: 'plan', plan: key };
  if (rows.has(key)) return { kind: 'row', row: key };
  const [, plan, start, end] = /^(.*)@(\d+)-(\d+)$/.exec(key) ?? [];
  if (plans.has(plan) && Number(end) <= units(plans.get(plan)).length) return { kind: 'place', plan, span: [Number(start), Number(end)] };
  const cell = cells.get(key);
  if (!cell) return { kind: 'missing', key };
  const statement = cell.statements[0] ?? cell.derived[0] ?? (cell.span ? undefined : cell.elsewhere[0]);
  return { kind: 'cell', plan: cell.plan, row: cell.row, statement };
}

function viewOfStatement({ id, plan }) {
  const cell = cellOf.get(id);
  return cell ? { kind: 'cell', plan, row: cell.row, statement: id } : { kind: 'plan', plan, statement: id };
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
    ['parent', listed([plan.parent_title, plan.parent_number, named('levels', plan.parent_level)], 'dot')],
    ['issued_on', plan.issued_on],
    ['published_on', plan.published_on],
    ['effective_on', plan.effective_on],
    ['horizon', years(plan)],
    ['whole', word(plan.complete ? 'whole_yes' : 'whole_no')],
    ['incomplete_note', say(plan.incomplete_note)],
    ['notes', plan.notes],
    ['register', plan.reviewed ? '' : word('not_reviewed')],
    ['source_file', plan.source_file],
    ['sha256', el('code', {}, plan.source_sha256)],
  ]);
}

function cellPage(view) {
  const cell = cells.get(cellKey(view.plan, view.row));
  const plan = plans.get(view.plan);
  const row = rows.get(view.row);
  const behind = new Set([...cell.statements, ...cell.elsewhere]);
  return {
    title: named('indicators', row.indicator),
    note: listed([say(row.scope_name), say(plan.name)], 'dot'),
    body: [
      el('p', { class: `headline ${cell.status}` },
        cell.value ? el('span', { class: 'amount' }, say(cell.value)) : '',
        el('span', { class: 'tag' }, named('statuses', cell.status))),
      el('p', { class: 'explain' }, word(`explain_${cell.status}`),
        cell.status === 'source_incomplete' ? el('span', { class: 'lacks' }, say(plan.incomplete_note)) : ''),
      cell.value ? facts([
        ['comparator', cell.comparator && named('comparators', cell.comparator)],
        ['deadline', cell.deadline || word('none_stated')],
        ['earlier', steps(cell)],
      ]) : '',
      cell.span ? section(word('in_words'), el('blockquote', { lang: 'zh-CN' }, clauseOf(cell)), citations(view.plan, cell.span)) : '',
      cell.derived.length
        ? section(word('derived_from'), cards(cell.derived, view)) : '',
      cell.statements.length
        ? section(word('statements_behind', { count: cell.statements.length }), cards(cell.statements, view)) : '',
      cell.elsewhere.length
        ? section(word('statements_elsewhere', { count: cell.elsewhere.length }),
            el('p', { class: 'explain' }, word('elsewhere_explain')), cards(cell.elsewhere, view)) : '',
      cell.searched ? section(word('searched'), el('p', { class: 'code' }, cell.searched)) : '',
      findingList(data.findings.filter((one) => one.statements.some((id) => behind.has(id)))),
      section(word('definition'), el('p', {}, say(row.definition)), linkTo(view.row, 'all_plans')),
      section(word('document'), documentFacts(plan), linkTo(view.plan, 'all_statements')),
    ],
  };
}

const linkTo = (key, text) => el('p', { class: 'buttons' }, button(text, () => go(key), { 'data-go': key }));

function rowPage(view) {
  const row = rows.get(view.row);
  const each = data.plans.map((plan) => cells.get(cellKey(plan.id, view.row))).filter(Boolean);
  const others = data.rows.filter((one) => one.indicator === row.indicator && one.id !== row.id);
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
          cell.elsewhere.length && word('elsewhere_short', { count: cell.elsewhere.length }),
        ], 'dot')),
        button('open_cell', () => go(cellView(cell)), { 'data-go': cellView(cell) })),
      first ? markedSentence(first) : cell.span ? el('p', { lang: 'zh-CN' }, clauseOf(cell)) : '',
    );
  };
  return {
    title: named('indicators', row.indicator),
    note: listed([say(row.scope_name), named('groups', row.group)], 'dot'),
    body: [
      el('p', {}, say(row.definition)),
      facts([
        ['unit', unitOf(row)],
        ['direction', row.direction && named('directions', row.direction)],
        ['row_scope', say(row.scope_name)],
        ['code', el('code', {}, row.id)],
      ]),
      section(word('across_plans'), each.map(entry)),
      others.length ? section(word('further_scopes'), el('p', { class: 'buttons' }, others.map((one) =>
        el('button', { type: 'button', onclick: () => go(one.id), 'data-go': one.id }, say(one.scope_name))))) : '',
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

const PAGES = { place: (view) => placePage(view), measure: measurePage, cell: cellPage, row: rowPage, plan: planPage, guide: guidePage, missing: missingPage };
const describe = (view) => PAGES[view.kind](view);
