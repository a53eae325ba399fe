/* Policy instruments by plan in the panel, and each with the clause behind its level. */

const measures = byId(data.measures);
const INSTRUMENTS = 'instruments';

/* A level as a button that leads to its clause; what is not there, or not known, is said in words. */
function levelOf(measure) {
  if (!measure) return '';
  if (!measure.span) return el('span', { class: 'note' }, named('statuses', measure.status));
  return el('button', { type: 'button', class: `level level-${measure.level}`, onclick: () => go(measure.id), 'data-go': measure.id,
    'aria-label': listed([named('instruments', measure.instrument), say(plans.get(measure.plan).name), word('strictness', measure)], 'dot') },
    String(measure.level));
}

function familyTable(family) {
  const codes = [...new Set(data.measures.filter((one) => one.family === family).map((one) => one.instrument))];
  const heads = data.plans.map((plan) => el('th', { scope: 'col' }, say(plan.name)));
  const line = (code) => el('tr', {},
    el('th', { scope: 'row' }, named('instruments', code)),
    data.plans.map((plan) => el('td', {}, levelOf(measures.get(`${plan.id}:${code}`)))));
  return section(named('families', family),
    el('div', { class: 'means' }, el('table', {}, el('thead', {}, el('tr', {}, el('td', {}), heads)), el('tbody', {}, codes.map(line)))));
}

const instrumentsPage = () => ({
  title: word('instruments'),
  note: word('instruments_note'),
  body: [
    el('p', { class: 'explain' }, word('instruments_explain')),
    [...new Set(data.measures.map((one) => one.family))].map(familyTable),
  ],
});

function measurePage(view) {
  const measure = measures.get(view.measure);
  const plan = plans.get(measure.plan);
  const list = (codes) => listed(codes.map((code) => named('departments', code)), 'comma');
  return {
    title: named('instruments', measure.instrument),
    note: listed([named('families', measure.family), say(plan.name)], 'dot'),
    body: [
      el('p', { class: 'headline' },
        measure.span ? el('span', { class: 'amount' }, word('strictness', measure)) : '',
        el('span', { class: 'tag' }, named('statuses', measure.status))),
      measure.span ? el('blockquote', { lang: 'zh-CN' }, cut(plan, ...measure.span)) : '',
      facts([
        ['task_items', measure.items ? String(measure.items) : ''],
        ['lead', list(measure.lead)],
        ['departments', list(measure.departments)],
        ['place', measure.span ? offsets(measure.span) : ''],
      ]),
      linkTo(INSTRUMENTS, 'all_instruments'),
      section(word('document'), documentFacts(plan)),
    ],
  };
}
