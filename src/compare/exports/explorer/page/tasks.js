/* Which tasks of two plans stand side by side: those that use the same means, or whose first words are alike. */

const ALIKE = 0.5;
const LEAD = 30;

/* What two sets share of what they hold together, 0 to 1; of nothing, nothing. */
function alike(one, other) {
  const shared = [...one].filter((item) => other.has(item)).length;
  return shared ? (2 * shared) / (one.size + other.size) : 0;
}

/* The first words of a task, without its number: mostly its heading. */
const leadOf = (text) => text.trim().replace(/^[（(]?[^\s（()）、.．]{1,3}[）)、.．]\s*/u, '').split(/[。；：:;\n]/u)[0].slice(0, LEAD);

const pairsOfLetters = (text) => new Set([...text].slice(1).map((letter, at) => [...text][at] + letter));

/* Codes of a kind (instruments, departments) whose clause stands within a task. */
const codesIn = (plan, kind, [start, end]) => new Set(Object.entries(data.tags[plan] ?? {})
  .filter(([tag, spans]) => tag.startsWith(`${kind}:`) && spans.some(([from, to]) => from >= start && to <= end))
  .map(([tag]) => tag.slice(kind.length + 1)));

const tasksOf = new Map();
function tasksIn(id) {
  if (!tasksOf.has(id)) {
    const plan = plans.get(id);
    tasksOf.set(id, (data.tasks[id] ?? []).map((span, at) => ({
      at, span, plan,
      letters: pairsOfLetters(leadOf(cut(plan, ...span))),
      means: codesIn(id, 'instruments', span),
      departments: codesIn(id, 'departments', span),
    })));
  }
  return tasksOf.get(id);
}

/* The tasks of a plan that a topic has; of all topics, all. */
function tasksOfTopic(id, topic) {
  if (!topic) return tasksIn(id);
  const starts = new Set(data.topics.filter((one) => one.plan === id && one.group === topic).flatMap((one) => one.tasks.map(([start]) => start)));
  return tasksIn(id).filter((one) => starts.has(one.span[0]));
}

/* Each task with at most one of the other plan, the most alike first; departments decide between equals.
   `{first, second, means, heads}`, in the order of the first plan; then what has no partner. */
function pairedTasks(firsts, seconds) {
  const near = firsts.flatMap((first) => seconds.map((second) => {
    const means = alike(first.means, second.means);
    const heads = alike(first.letters, second.letters);
    return { first, second, heads: heads >= ALIKE, means, score: means + heads + alike(first.departments, second.departments) / 4 };
  })).filter((one) => one.heads || one.means >= ALIKE);
  near.sort((a, b) => b.score - a.score || a.first.at - b.first.at || a.second.at - b.second.at);
  const taken = new Set();
  const pairs = near.filter(({ first, second }) => !taken.has(first) && !taken.has(second) && taken.add(first) && taken.add(second));
  return {
    pairs: pairs.sort((a, b) => a.first.at - b.first.at),
    alone: [firsts, seconds].map((tasks) => tasks.filter((one) => !taken.has(one))),
  };
}

/* Why two tasks stand side by side, in words. */
const reasonsFor = ({ first, second, heads }) => [
  ...[...first.means].filter((code) => second.means.has(code)).map((code) => named('instruments', code)),
  ...(heads ? [word('heads_alike')] : []),
];

/* The tasks of the two plans as chosen, paired. */
const chosenTasks = () => pairedTasks(...[pair.a, pair.b].map((id) => tasksOfTopic(id, names.get('groups').has(pair.topic) ? pair.topic : '')));

/* What is shown as lines of a table: why, then each plan's words and their place. */
function taskLines() {
  const { pairs, alone } = chosenTasks();
  const side = (task) => (task ? [cut(task.plan, ...task.span).trim(), placeKey(task.plan, ...task.span)] : ['', '']);
  const heads = [pair.a, pair.b].flatMap((id) => [say(plans.get(id).name), word('place')]);
  return [[word('in_common'), ...heads],
    ...pairs.map((both) => [reasonsFor(both).join(' '), ...side(both.first), ...side(both.second)]),
    ...alone[0].map((task) => ['', ...side(task), ...side()]),
    ...alone[1].map((task) => ['', ...side(), ...side(task)])];
}

function taskTable() {
  const ids = [pair.a, pair.b];
  const { pairs, alone } = chosenTasks();
  const one = (task) => el('td', { class: 'tasks' }, el('ul', { class: 'hits' }, taskItem(task.plan, task.span)));
  const rest = (tasks, id) => el('td', { class: 'tasks' }, tasks.length
    ? el('ul', { class: 'hits' }, tasks.map((task) => taskItem(task.plan, task.span)))
    : el('span', { class: 'note' }, word(tasksIn(id).length || plans.get(id).complete ? 'no_tasks_left' : 'no_tasks_fragment')));
  return el('section', { class: 'topic', 'data-topic': 'tasks' },
    el('h3', {}, word('task_pairs', { pairs: pairs.length, a: alone[0].length, b: alone[1].length })),
    el('table', { class: 'sides' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col', class: 'corner' }, word('in_common')), ids.map((id) => el('th', { scope: 'col' }, say(plans.get(id).name))))),
      el('tbody', {},
        pairs.map((both) => el('tr', { class: 'pair' }, el('th', { scope: 'row' }, reasonsFor(both).map((reason) => el('span', { class: 'tag' }, reason))), one(both.first), one(both.second))),
        alone.some((tasks) => tasks.length) ? el('tr', { class: 'alone' }, el('th', { scope: 'row' }, word('no_partner')), alone.map((tasks, at) => rest(tasks, ids[at]))) : '')));
}
