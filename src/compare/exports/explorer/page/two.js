/* Two plans side by side, topic by topic (numbers, what each says without one, its tasks) or task by task. */

const pair = { a: data.plans[0]?.id, b: data.plans[1]?.id ?? data.plans[0]?.id, by: '', topic: '' };
const SHORT = 120;

function chooser(key, label, options) {
  const select = el('select', { id: `two-${key}`, onchange: (event) => { pair[key] = event.target.value; go(screenAddress()); } },
    options.map(([code, name]) => el('option', { value: code, selected: code === pair[key] }, name)));
  return el('label', {}, word(label), ' ', select);
}

const sideCell = (key) => {
  const cell = cells.get(key);
  if (!cell) return el('td', {});
  return el('td', { class: cell.status }, el('button', { type: 'button', class: 'in-cell', onclick: () => go(cellView(cell)), 'data-go': cellView(cell), 'aria-label': cellLabel(cell) }, cellContent(cell)));
};

/* Rows of a topic of which at least one of the two says something. */
const sharedRows = (topic) => data.rows.filter((row) => row.group === topic &&
  [pair.a, pair.b].some((plan) => { const cell = cells.get(cellKey(plan, row.id)); return cell && saysSomething(cell); }));

function taskItem(plan, [start, end]) {
  const key = placeKey(plan, start, end);
  const text = cut(plan, start, end).trim();
  return el('li', {}, el('button', { type: 'button', class: 'hit', onclick: () => go(key), 'data-go': key },
    el('span', { class: 'note', lang: 'zh-CN' }, headingAt(plan, start)),
    el('span', { lang: 'zh-CN' }, text.length > SHORT ? `${text.slice(0, SHORT)}…` : text)));
}

function taskCell(id, topic) {
  const plan = plans.get(id);
  const mine = data.topics.find((one) => one.plan === id && one.group === topic);
  const tasks = mine?.tasks ?? [];
  return el('td', { class: 'tasks' },
    tasks.length ? el('ol', { class: 'hits' }, tasks.map((span) => taskItem(plan, span)))
      : el('span', { class: 'note' }, word(plan.complete ? 'no_tasks' : 'no_tasks_fragment')));
}

function topicTable(topic) {
  const ids = [pair.a, pair.b];
  const compared = sharedRows(topic);
  const head = el('tr', {}, el('th', { scope: 'col', class: 'corner' }, word('indicator')), ids.map((id) => el('th', { scope: 'col' }, say(plans.get(id).name))));
  const count = (id) => data.topics.find((one) => one.plan === id && one.group === topic)?.tasks.length ?? 0;
  return el('section', { class: 'topic', 'data-topic': topic }, el('h3', {}, named('groups', topic)),
    el('table', { class: 'sides' }, el('thead', {}, head), el('tbody', {},
      compared.map((row) => el('tr', {}, el('th', { scope: 'row' }, named('indicators', row.indicator), el('span', { class: 'note' }, listed([unitOf(row), say(row.scope_name)], 'dot'))),
        ids.map((id) => sideCell(cellKey(id, row.id))))),
      ids.some(count) ? el('tr', {}, el('th', { scope: 'row' }, word('tasks_of_topic'), el('span', { class: 'note' }, word('task_counts', { a: count(pair.a), b: count(pair.b) }))), ids.map((id) => taskCell(id, topic))) : '')));
}

function meansTable() {
  const ids = [pair.a, pair.b];
  const codes = [...new Set(data.measures.map((one) => one.instrument))].filter((code) => ids.some((id) => measures.get(`${id}:${code}`)?.span));
  if (!codes.length) return '';
  return el('section', { class: 'topic means', 'data-topic': 'means' }, el('h3', {}, word('instruments')),
    el('table', { class: 'sides' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col', class: 'corner' }, word('instruments')), ids.map((id) => el('th', { scope: 'col' }, say(plans.get(id).name))))),
      el('tbody', {}, codes.map((code) => el('tr', {}, el('th', { scope: 'row' }, named('instruments', code)), ids.map((id) => {
        const measure = measures.get(`${id}:${code}`);
        return el('td', {}, levelOf(measure), measure?.span ? el('span', { class: 'note clause', lang: 'zh-CN' }, cut(plans.get(id), ...measure.span)) : '');
      }))))));
}

function twoPage() {
  const regions = data.plans.map((plan) => [plan.id, say(plan.name)]);
  const topics = [...names.get('groups').keys()];
  const known = topics.filter((topic) => sharedRows(topic).length || data.topics.some((one) => one.group === topic && one.tasks.length && [pair.a, pair.b].includes(one.plan)));
  return {
    title: word('two'),
    note: word(pair.by ? 'two_note_tasks' : 'two_note'),
    body: [
      el('p', { class: 'choosers' }, chooser('a', 'first_plan', regions), chooser('b', 'second_plan', regions),
        chooser('by', 'side_by', [['', word('by_topic')], ['task', word('by_task')]]),
        chooser('topic', 'group', [['', word('all_topics')], ...topics.map((topic) => [topic, named('groups', topic)]), ...(pair.by ? [] : [['means', word('instruments')]])])),
      pair.by ? taskTable() : [
        known.filter((topic) => !pair.topic || topic === pair.topic).map(topicTable),
        !pair.topic || pair.topic === 'means' ? meansTable() : '',
      ],
      el('p', { class: 'explain' }, word(pair.by ? 'task_explain' : 'two_explain')),
    ],
  };
}
