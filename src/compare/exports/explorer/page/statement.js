/* One statement in full: value, sentence, where it stands, how to cite it. */

const offsets = ([start, end]) => word('offsets', { start, end });

/* A quotation with its document and its place, ready to be pasted. */
function citationText(statement) {
  const plan = plans.get(statement.plan);
  return word('citation', {
    quote: quoteOf(statement),
    document: plan.citation,
    offsets: offsets(statement.span),
    file: plan.source_file,
    hash: plan.source_sha256.slice(0, 12),
  });
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Browsers that keep the clipboard from local files still copy what is selected.
    const area = el('textarea', { readonly: true, class: 'off-screen' });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

function copyButton(statement) {
  const told = el('span', { class: 'told', role: 'status' });
  const onclick = async () => {
    const done = await copy(citationText(statement));
    told.textContent = word(done ? 'copied' : 'not_copied');
  };
  return [button('copy_citation', onclick, { class: 'copy' }), told];
}

function statementFacts(statement) {
  const scope = named('scopes', statement.scope);
  const written = statement.scope_text ? word('as_written', { text: statement.scope_text }) : '';
  return facts([
    ['deadline', statement.deadline || word('none_stated')],
    ['scope', listed([scope, written], 'gap')],
    ['kind', listed([named('kinds', statement.kind), statement.period ? named('periods', statement.period) : ''], 'dot')],
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
    el('details', { class: 'cite' }, el('summary', {}, word('citation_head')), el('p', {}, citationText(statement))),
    reasons(statement),
    el(
      'p',
      { class: 'buttons' },
      current
        ? button('to_mark', () => scrollToMark(true))
        : button('show_in_text', () => go(statement.id), { 'data-go': statement.id }),
      copyButton(statement),
    ),
  );
}
