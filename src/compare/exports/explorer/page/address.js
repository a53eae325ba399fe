/* The address says what is shown, so that links and the browser's way back work.

   `#grid?group=beds` is a screen with its options; anything else opens beside the screen at hand. */

const SCREENS = { findings: findingsPage, grid: null, means: meansPage, two: twoPage, search: searchPage };

const addressed = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
};

/* The options of a screen as they stand in its address. */
function screenOptions(name) {
  if (name === 'search') return { q: state.query.trim() };
  if (name === 'two') return { a: pair.a, b: pair.b, by: pair.by, topic: pair.topic };
  if (name === 'grid') {
    return { ...Object.fromEntries([...chosen].map(([id, codes]) => [id, [...codes].join(',')])), absent: rowsShown.absent ? '1' : '' };
  }
  return {};
}

function screenAddress(name = state.screen) {
  const given = Object.entries(screenOptions(name)).filter(([, text]) => text);
  return given.length ? `${name}?${new URLSearchParams(given)}` : name;
}

/* `{name, options}` if the address is a screen's. */
function screenOf(address) {
  const [name, query = ''] = location.hash.slice(1).split('?');
  if (!address) return { name: 'findings', options: new Map() };
  return name in SCREENS ? { name, options: new Map(new URLSearchParams(query)) } : null;
}

function takeOptions(name, options) {
  const given = (key) => options.get(key) ?? '';
  if (name === 'search') state.query = given('q');
  if (name === 'two') {
    for (const side of ['a', 'b']) if (plans.has(given(side))) pair[side] = given(side);
    pair.by = given('by') === 'task' ? 'task' : '';
    pair.topic = given('topic');
  }
  if (name === 'grid') {
    for (const facet of facets) {
      const known = new Set(facet.options().map(([code]) => code));
      const codes = given(facet.id).split(',').filter((code) => known.has(code));
      chosen.get(facet.id).clear();
      codes.forEach((code) => chosen.get(facet.id).add(code));
    }
    rowsShown.absent = given('absent') === '1';
    drawControls(drawGrid);
  }
}

/* A filter is no step of the way back; it changes the address where it stands. */
function keepAddress() {
  const here = screenOf(addressed());
  if (here?.name === 'grid' && state.screen === 'grid') history.replaceState(null, '', `#${screenAddress()}`);
}

function go(key) {
  if (location.hash.slice(1) === key || addressed() === key) document.getElementById('panel-title')?.focus();
  else location.hash = key;
}

const close = () => { location.hash = screenAddress(); };

/* The screen that belongs to what is opened from outside: a cell stands in the grid, a level among the means. */
function homeOf(view) {
  if (view.kind === 'measure') return 'means';
  return view.kind === 'place' ? 'findings' : 'grid';
}

function followAddress() {
  const before = openCell() ?? document.querySelector(`#screen [data-go="${CSS.escape(state.opened ?? '')}"]`);
  const address = addressed();
  const wanted = screenOf(address);
  if (wanted) takeOptions(wanted.name, wanted.options);
  state.view = wanted ? null : viewOf(address);
  state.opened = wanted ? null : address;
  const name = wanted?.name ?? (state.arrived ? state.screen : homeOf(state.view));
  state.arrived = true;
  showScreen(name);
  if (state.view?.row && rows.get(state.view.row).folded && !unfolded.has(rows.get(state.view.row).group)) drawGrid();
  drawPanel();
  showOpenCell();
  measureHeads();
  if (state.view) {
    openCell()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    document.getElementById('panel-title').focus({ preventScroll: true });
  } else if (before?.isConnected) {
    if (scroller.contains(before)) focusCell(before);
    else before.focus();
  }
}

/* What was drawn last on the screen at hand: it is not drawn anew when the panel beside it closes. */
const drawnAs = () => `${screenAddress()} ${state.lang}`;

function showScreen(name) {
  const other = state.screen !== name;
  state.screen = name;
  document.body.dataset.screen = name;
  document.querySelectorAll('#screens [data-screen]').forEach((tab) => {
    if (tab.dataset.screen === name) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  });
  scroller.hidden = name !== 'grid';
  screen.hidden = name === 'grid';
  document.getElementById('controls').hidden = name !== 'grid';
  document.getElementById('query').value = name === 'search' ? (document.activeElement?.id === 'query' ? document.getElementById('query').value : state.query) : '';
  if (state.drawn === drawnAs()) return;
  if (name === 'grid') drawGrid();
  else drawScreen(other);
}

function drawScreen(fromTop) {
  if (state.screen === 'grid') return;
  state.drawn = drawnAs();
  const { title, note, body } = SCREENS[state.screen]();
  const top = fromTop ? 0 : screen.scrollTop;
  const focused = document.activeElement?.id;
  screen.replaceChildren(el('h2', { id: 'screen-title', tabindex: '-1' }, title, note ? el('span', { class: 'note' }, note) : ''), ...[body].flat(Infinity).filter(Boolean));
  screen.scrollTop = top;
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
  document.getElementById('summary').textContent = state.screen === 'search' ? note : '';
}
