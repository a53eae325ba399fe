/* Search in the whole text of the plans: sentences, grouped by plan, and rows of the comparison.

   A word is found as it is written; one in English also by what the codebook calls it: the names of
   indicators, instruments and departments coded in a sentence, and its glossary of Chinese words. */

/* Small letters, and full-width signs as ASCII: one character for one, so that places stay. */
const plain = (text) => text.toLowerCase().replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
const queryWords = (query) => plain(query).split(/\s+/).filter(Boolean);

const bilingual = (both) => (both ? plain(`${both.zh}\n${both.en}`) : '');
const MOST_SENTENCES = 20;

/* The sentences of a plan: `{start, end, text, names}`; names are those of the codes in it, as `{both, text}`. */
const sentencesOf = new Map();
function sentences(plan) {
  if (!sentencesOf.has(plan.id)) sentencesOf.set(plan.id, sentenceList(plan));
  return sentencesOf.get(plan.id);
}

function sentenceList(plan) {
  const found = [];
  let start = 0;
  for (const piece of Array.from(units(plan)).join('').split(/(?<=[。！？!?\n])/u)) {
    const end = start + (typeof units(plan) === 'string' ? piece.length : Array.from(piece).length);
    if (piece.trim() && !plan.furniture.some(([from, to]) => from <= start && end <= to)) {
      found.push({ start, end, text: plain(piece), names: [] });
    }
    start = end;
  }
  const put = (from, both) => both && sentenceAt(found, from)?.names.push({ both, text: bilingual(both) });
  for (const [tag, spans] of Object.entries(data.tags[plan.id] ?? {})) {
    const [part, code] = tag.split(':');
    spans.forEach(([from]) => put(from, names.get(part)?.get(code)));
  }
  for (const one of data.statements) {
    if (one.plan === plan.id && one.indicator) put(one.span[0], names.get('indicators').get(one.indicator));
  }
  return found;
}

function sentenceAt(list, place) {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (list[middle].start <= place) low = middle;
    else high = middle - 1;
  }
  return list[low] && place < list[low].end ? list[low] : undefined;
}

/* What a word of the query is looked for as: itself (an English one without its ending, so that subsidy finds
   subsidies), and the Chinese words whose English name has it. */
function forms(wanted) {
  if (!/^[a-z-]{3,}$/.test(wanted)) return [wanted];
  const stem = wanted.length > 4 ? wanted.replace(/(?:ies|y|s)$/, '') : wanted;
  return [stem, ...Object.entries(data.glossary).filter(([, english]) => english.toLowerCase().includes(stem)).map(([zh]) => plain(zh))];
}

/* Spans of the words found in a sentence, in characters of the plan. */
function hits(plan, sentence, wanted) {
  const wide = typeof units(plan) !== 'string';
  const place = (at) => sentence.start + (wide ? Array.from(sentence.text.slice(0, at)).length : at);
  return wanted.flat().flatMap((form) => {
    const found = [];
    for (let at = sentence.text.indexOf(form); at >= 0; at = sentence.text.indexOf(form, at + form.length)) {
      found.push([place(at), place(at + form.length)]);
    }
    return found;
  });
}

/* The codes by whose names a word is found in a sentence that does not have it. */
const codedAs = (sentence, group) => (group.some((form) => sentence.text.includes(form)) ? [] : sentence.names.filter((name) => name.text.includes(group[0])));

/* `[{plan, found: [{sentence, spans, coded}]}]`: sentences in which every word is found. */
function findSentences(query) {
  const wanted = queryWords(query).map(forms);
  if (!wanted.length) return [];
  const has = (one) => wanted.every((group) => group.some((form) => one.text.includes(form)) || one.names.some((name) => name.text.includes(group[0])));
  return data.plans.map((plan) => ({
    plan,
    found: sentences(plan).filter(has).map((sentence) => ({
      sentence, spans: hits(plan, sentence, wanted), coded: wanted.flatMap((group) => codedAs(sentence, group)),
    })),
  })).filter(({ found }) => found.length);
}

/* Rows of the comparison by the names and definitions of their indicators and scopes. */
function findRows(query) {
  const wanted = queryWords(query).map((one) => forms(one)[0]);
  if (!wanted.length) return [];
  return data.rows.filter((row) => {
    const text = [row.indicator, bilingual(names.get('indicators').get(row.indicator)), bilingual(row.scope_name), bilingual(row.definition)].join('\n');
    return wanted.every((one) => text.includes(one));
  });
}

/* The heading that a place of a plan stands under. */
function headingAt(plan, place) {
  const above = plan.headings.filter(([start]) => start <= place);
  return above.length ? cut(plan, ...above[above.length - 1].slice(0, 2)) : '';
}

const placeKey = (plan, start, end) => `${plan.id}@${start}-${end}`;

function hitItem(plan, { sentence, spans, coded }) {
  const key = placeKey(plan, sentence.start, sentence.end);
  return el('li', {},
    el('button', { type: 'button', class: 'hit', onclick: () => go(key), 'data-go': key },
      el('span', { class: 'note' }, el('span', { lang: 'zh-CN' }, headingAt(plan, sentence.start)),
        coded.length ? ` · ${word('coded_as', { names: listed([...new Set(coded.map((name) => say(name.both)))], 'comma') })}` : ''),
      el('span', { lang: 'zh-CN' }, pieces(plan, sentence.start, sentence.end, spans.map((span) => layer('quote', span))))));
}

function planHits({ plan, found }) {
  const list = el('ol', { class: 'hits' }, found.slice(0, MOST_SENTENCES).map((one) => hitItem(plan, one)));
  const rest = found.slice(MOST_SENTENCES);
  const more = rest.length ? button('show_rest', () => { list.append(...rest.map((one) => hitItem(plan, one))); more.remove(); }) : '';
  return el('section', { class: 'topic', 'data-plan': plan.id },
    el('h3', {}, say(plan.name), el('span', { class: 'note' }, word('sentences_found', { count: found.length }))),
    list, more ? el('p', { class: 'buttons' }, more) : '');
}

function searchPage() {
  const { query } = state;
  const found = findSentences(query);
  const matching = findRows(query);
  const count = found.reduce((sum, one) => sum + one.found.length, 0);
  const without = data.plans.filter((plan) => !found.some((one) => one.plan === plan));
  return {
    title: query.trim() ? word('search_title', { query: query.trim() }) : word('search'),
    note: query.trim() ? word('search_note', { count, plans: found.length, of: data.plans.length }) : word('search_explain'),
    body: query.trim() ? [
      matching.length ? el('section', { class: 'topic' }, el('h3', {}, word('rows_found', { count: matching.length })),
        el('p', { class: 'chips' }, matching.slice(0, MOST_SENTENCES).map((row) =>
          el('button', { type: 'button', class: 'chip plain', onclick: () => go(row.id), 'data-go': row.id }, rowName(row))))) : '',
      found.map(planHits),
      found.length && without.length ? el('p', { class: 'explain' }, word('not_found_in', { plans: listed(without.map((plan) => say(plan.name)), 'comma') })) : '',
      found.length || matching.length ? '' : el('p', { class: 'empty' }, word('nothing_found')),
    ] : '',
  };
}

/* A place of a plan in the panel: its sentence, what was read from it, how to cite it. */
function placePage(view) {
  const plan = plans.get(view.plan);
  const [start, end] = view.span;
  const here = data.statements.filter((one) => one.plan === view.plan && one.span[0] < end && one.span[1] > start);
  return {
    title: say(plan.name),
    note: headingAt(plan, start),
    body: [
      el('blockquote', { lang: 'zh-CN' }, cut(plan, start, end)),
      citations(view.plan, view.span),
      here.length ? section(word('statements_here', { count: here.length }), cards(here.map((one) => one.id), view, true)) : el('p', { class: 'explain' }, word('no_number_here')),
      section(word('document'), documentFacts(plan), linkTo(view.plan, 'all_statements')),
    ],
  };
}
