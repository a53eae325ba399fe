/* Policy instruments by plan, each with the clause behind its level, and milestones. */

const measures = byId(data.measures);

/* A level as a button that leads to its clause; what is not there, or not known, is said in words. */
function levelOf(measure) {
  if (!measure) return '';
  if (!measure.span) return el('span', { class: 'note' }, named('statuses', measure.status));
  return el('button', { type: 'button', class: `level level-${measure.level}`, onclick: () => go(measure.id), 'data-go': measure.id,
    'aria-label': listed([named('instruments', measure.instrument), say(plans.get(measure.plan).name), word('strictness', measure)], 'dot') },
    String(measure.level));
}

/* A mark beside what the program and a person do not agree on, or were never compared on. */
const provisional = (measure) => (measure.provisional ? el('span', { class: 'tag', title: word('provisional_note') }, word('provisional')) : '');

function familyTable(family) {
  const codes = [...new Set(data.measures.filter((one) => one.family === family).map((one) => one.instrument))];
  const heads = data.plans.map((plan) => el('th', { scope: 'col' }, say(plan.name)));
  const line = (code) => el('tr', {},
    el('th', { scope: 'row' }, named('instruments', code), ' ', provisional(data.measures.find((one) => one.instrument === code))),
    data.plans.map((plan) => el('td', {}, levelOf(measures.get(`${plan.id}:${code}`)))));
  return el('section', { class: 'topic' }, el('h3', {}, named('families', family)),
    el('div', { class: 'means' }, el('table', {}, el('thead', {}, el('tr', {}, el('td', {}), heads)), el('tbody', {}, codes.map(line)))));
}

/* What will be issued, built or done by when, with the clause. */
function milestoneTable() {
  if (!data.milestones.length) return '';
  const line = (one) => {
    const plan = plans.get(one.plan);
    const key = placeKey(plan, ...one.span);
    return el('tr', {},
      el('th', { scope: 'row' }, one.deadline),
      el('td', {}, say(plan.name)),
      el('td', {}, el('button', { type: 'button', class: 'hit', lang: 'zh-CN', onclick: () => go(key), 'data-go': key }, cut(plan, ...one.span))),
      el('td', {}, listed(one.lead.map((code) => named('departments', code)), 'comma')));
  };
  return el('section', { class: 'topic', id: 'milestones' }, el('h3', {}, word('milestones')),
    el('div', { class: 'means' }, el('table', {},
      el('thead', {}, el('tr', {}, ['deadline', 'region', 'commitment', 'lead'].map((key) => el('th', { scope: 'col' }, word(key))))),
      el('tbody', {}, data.milestones.map(line)))));
}

const meansPage = () => ({
  title: word('instruments'),
  note: word('instruments_note'),
  body: [
    el('p', { class: 'explain' }, word('instruments_explain')),
    [...new Set(data.measures.map((one) => one.family))].map(familyTable),
    milestoneTable(),
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
        el('span', { class: 'tag' }, named('statuses', measure.status)), ' ', provisional(measure)),
      measure.span ? el('blockquote', { lang: 'zh-CN' }, cut(plan, ...measure.span)) : '',
      facts([
        ['task_items', measure.items ? String(measure.items) : ''],
        ['lead', list(measure.lead)],
        ['departments', list(measure.departments)],
        ['place', measure.span ? offsets(measure.span) : ''],
      ]),
      measure.span ? citations(measure.plan, measure.span) : '',
      linkTo('means', 'all_instruments'),
      section(word('document'), documentFacts(plan)),
    ],
  };
}
