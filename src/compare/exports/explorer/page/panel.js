/* The panel beside the grid: what a view says, and the plan's text with the place marked. */

const panel = document.getElementById('panel');
const narrow = matchMedia('(max-width: 60rem)');

/* The marks of a view: the current sentence and quotation, and the other statements of the cell. */
function viewLayers(view) {
  const current = statements.get(view.statement);
  const cell = view.row ? cells.get(cellKey(view.plan, view.row)) : null;
  const others = (cell?.statements ?? []).filter((id) => id !== view.statement).map((id) => statements.get(id));
  const clause = view.span ?? measures.get(view.measure)?.span ?? (current ? null : cell?.span);
  return [
    ...(clause ? [layer('quote', clause)] : []),
    ...(current ? [layer('sentence', current.sentence), ...quoteLayers(current)] : []),
    ...others.map((one) => layer('other', one.span)),
  ];
}

function textPane(view) {
  const plan = plans.get(view.plan);
  return el(
    'section',
    { class: 'source' },
    el('h3', {}, word('plan_text'),
      el('span', { class: 'note', lang: 'zh-CN' }, [plan.title, plan.document_number].filter(Boolean).join(' '))),
    el('div', { id: 'plan-text', tabindex: '0', role: 'region', 'aria-label': word('plan_text'), lang: 'zh-CN' },
      wholeText(plan, viewLayers(view))),
  );
}

function drawPanel() {
  const { view } = state;
  panel.hidden = !view;
  document.body.classList.toggle('open', Boolean(view));
  const covered = Boolean(view) && narrow.matches;
  document.getElementById('head').inert = scroller.inert = screen.inert = covered;
  if (!view) {
    panel.replaceChildren();
    return;
  }
  const { title, note, body } = describe(view);
  panel.className = view.kind;
  panel.replaceChildren(
    el('header', {},
      el('h2', { id: 'panel-title', tabindex: '-1' }, title, note ? el('span', { class: 'note' }, note) : ''),
      el('div', { class: 'buttons' }, copyButtons([['copy_link', () => location.href]]),
        button('close', close, { class: 'close', 'aria-keyshortcuts': 'Escape' }))),
    el('div', { class: 'inside' }, el('div', { class: 'page' }, body), view.plan ? textPane(view) : ''),
  );
  scrollToMark();
}

/* Bring the mark into sight within its text; with `all`, the text itself as well. */
function scrollToMark(all = false) {
  const box = document.getElementById('plan-text');
  const mark = box?.querySelector('.quote');
  if (!mark) return;
  if (all) box.scrollIntoView({ block: 'nearest' });
  const away = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += away - box.clientHeight / 3;
}
