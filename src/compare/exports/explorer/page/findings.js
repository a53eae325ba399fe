/* The first screen: what the tables tell, topic by topic, each sentence with the cells it rests on. */

const screen = document.getElementById('screen');

/* A cell as a link: whose it is and what stands in it. */
function cellLink(key) {
  const cell = cells.get(key);
  if (!cell) return '';
  const says = cell.value ? say(cell.value) : named('statuses', cell.status);
  const row = rows.get(cell.row);
  return el('button', { type: 'button', class: `chip ${cell.status}`, onclick: () => go(cellView(cell)), 'data-go': cellView(cell), title: rowName(row), 'aria-label': cellLabel(cell) },
    say(plans.get(cell.plan).name), ' ', el('strong', {}, says), cell.deadline ? ` ${cell.deadline}` : '');
}

const MOST_LINKS = 12;

function findingItem(one) {
  const shown = one.cells.slice(0, MOST_LINKS);
  const links = one.cells.length
    ? [shown.map(cellLink), one.cells.length > shown.length ? el('span', { class: 'note' }, word('and_more', { count: one.cells.length - shown.length })) : '']
    : one.plan ? el('button', { type: 'button', class: 'chip', onclick: () => go(one.plan), 'data-go': one.plan }, say(plans.get(one.plan).name)) : '';
  const row = one.cells.length ? cells.get(one.cells[0])?.row : null;
  return el('li', { class: 'observation' },
    el('p', {}, say(one.text)),
    el('p', { class: 'chips', role: 'group', 'aria-label': word('evidence') }, links,
      row && new Set(one.cells.map((key) => cells.get(key)?.row)).size === 1
        ? el('button', { type: 'button', class: 'chip plain', onclick: () => go(row), 'data-go': row }, word('all_plans')) : ''));
}

/* What each plan holds of a topic: numbers, and tasks without one; a topic without a number is not one that nobody
   speaks of. */
function holdings(topic) {
  const held = data.topics.filter((one) => one.group === topic && (one.values || one.tasks.length));
  if (!held.length) return '';
  const other = (plan) => data.plans.find((one) => one.id !== plan)?.id ?? plan;
  return el('p', { class: 'chips held' }, held.map((one) => {
    const key = `two?${new URLSearchParams({ a: one.plan, b: other(one.plan), topic })}`;
    return el('button', { type: 'button', class: 'chip plain', 'data-go': key, onclick: () => go(key) },
      word('holds', { plan: say(plans.get(one.plan).name), values: one.values, tasks: one.tasks.length }));
  }));
}

/* Topics as the findings have them, those about everything first. */
function findingsPage() {
  const topics = ['', ...names.get('groups').keys()];
  const of = (topic) => data.observations.filter((one) => (topic ? one.group === topic : !names.get('groups').has(one.group)));
  const known = topics.filter((topic) => of(topic).length || data.topics.some((one) => one.group === topic && one.tasks.length));
  const name = (topic) => (topic ? named('groups', topic) : word('overall'));
  return {
    title: word('findings_title'),
    note: word('findings_note', { count: data.observations.length, plans: data.plans.length }),
    body: [
      el('nav', { class: 'chips', 'aria-label': word('group') }, known.map((topic) =>
        el('button', { type: 'button', class: 'chip plain', onclick: () => document.getElementById(`topic-${topic}`).scrollIntoView() }, name(topic)))),
      known.map((topic) => el('section', { class: 'topic', id: `topic-${topic}` }, el('h3', {}, name(topic)), el('ol', { class: 'observations' }, of(topic).map(findingItem)), holdings(topic))),
      known.length ? '' : el('p', { class: 'empty' }, word('no_findings')),
      el('p', { class: 'explain' }, word('findings_explain')),
    ],
  };
}
