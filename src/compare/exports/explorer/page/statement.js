/* One statement in full: value, sentence, where it stands, how to cite it. */

const offsets = ([start, end]) => word('offsets', { start, end });

function statementFacts(statement) {
  const scope = named('scopes', statement.scope);
  const written = statement.scope_text ? word('as_written', { text: statement.scope_text }) : '';
  return facts([
    ['deadline', statement.deadline || word('none_stated')],
    ['scope', listed([scope, written], 'gap')],
    ['kind', listed([named('kinds', statement.kind), statement.period ? named('periods', statement.period) : '', statement.binding ? named('bindings', statement.binding) : ''], 'dot')],
    ['area', statement.area],
    ['value_written', listed([statement.value_text, statement.implied ? word('implied') : ''], 'dot')],
    ['trail', data.trails[statement.trail].join(' › ')],
    ['place', offsets(statement.span)],
    ['review', statement.review],
  ]);
}

/* Why a statement was read and coded as it was, if the page was told. */
function reasons(statement) {
  const lines = statement.why[state.lang];
  if (!lines) return '';
  return el('details', { class: 'why' }, el('summary', {}, word('why')), el('ul', {}, lines.map((line) => el('li', {}, line))));
}

/* A card for a statement; `current` is the one marked in the text, the others lead to theirs. */
function statementCard(statement, current, titled = false) {
  const title = statement.indicator ? named('indicators', statement.indicator) : word('uncoded');
  return el(
    'article',
    { class: current ? 'card current' : 'card', 'data-statement': statement.id, 'aria-current': current ? 'true' : null },
    el('h4', {}, el('span', { class: 'amount' }, say(statement.value)), titled ? el('span', { class: 'note' }, title) : ''),
    markedSentence(statement),
    statementFacts(statement),
    citations(statement.plan, statement.span, statement.cell_of),
    reasons(statement),
    el(
      'p',
      { class: 'buttons' },
      current
        ? button('to_mark', () => scrollToMark(true))
        : button('show_in_text', () => go(statement.id), { 'data-go': statement.id }),
    ),
  );
}
