/* Language, keys, and the start. */

function drawWords() {
  document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
  document.title = word('title');
  document.querySelectorAll('[data-word]').forEach((node) => { node.textContent = word(node.dataset.word); });
  document.querySelectorAll('[data-word-label]').forEach((node) => {
    node.setAttribute('aria-label', word(node.dataset.wordLabel));
  });
  document.querySelectorAll('[data-word-placeholder]').forEach((node) => {
    node.setAttribute('placeholder', word(node.dataset.wordPlaceholder));
  });
  document.getElementById('language').lang = state.lang === 'zh' ? 'en' : 'zh-CN';
  document.getElementById('legend').replaceChildren(...legendItems());
  document.getElementById('ways').replaceChildren(...downloadMenu());
}

function drawAll() {
  drawWords();
  drawControls(drawGrid);
  drawGrid();
  drawScreen(false);
  drawPanel();
  measureHeads();
}

/* Each letter is no step of the way back; the first is. */
function searchFor(text) {
  state.query = text;
  if (state.screen === 'search' && !state.view) {
    history.replaceState(null, '', `#${screenAddress('search')}`);
    drawScreen(true);
  } else {
    go(screenAddress('search'));
  }
}

function onEscape(event) {
  if (event.key !== 'Escape') return;
  const [menu] = openMenus();
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  } else if (state.view) {
    close();
  }
}

function start() {
  const on = (id, type, listener) => document.getElementById(id).addEventListener(type, listener);
  let waiting;
  on('query', 'input', (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => searchFor(event.target.value), 150);
  });
  on('query', 'keydown', (event) => {
    if (event.key === 'Enter') document.getElementById('screen-title')?.focus();
  });
  document.querySelectorAll('#screens [data-screen]').forEach((tab) => {
    tab.addEventListener('click', () => go(screenAddress(tab.dataset.screen)));
  });
  on('absent', 'change', (event) => {
    rowsShown.absent = event.target.checked;
    drawGrid();
  });
  on('reset', 'click', () => {
    clearFilters();
    drawControls(drawGrid);
    drawGrid();
  });
  on('language', 'click', () => {
    state.lang = state.lang === 'zh' ? 'en' : 'zh';
    drawAll();
  });
  document.querySelector('#screens [data-screen="means"]').hidden = !data.measures.length;
  document.querySelector('#screens [data-screen="two"]').hidden = data.plans.length < 2;
  on('show-guide', 'click', () => go('guide'));
  on('print', 'click', () => print());
  on('show-controls', 'click', (event) => {
    const open = document.body.classList.toggle('filtering');
    event.currentTarget.setAttribute('aria-expanded', String(open));
    measureHeads();
  });
  scroller.addEventListener('keydown', onGridKey);
  scroller.addEventListener('click', (event) => {
    const cell = event.target.closest('[data-view]');
    if (cell) go(cell.dataset.view);
  });
  document.addEventListener('keydown', onEscape);
  document.addEventListener('click', (event) => closeMenus(event.target.closest('details.choice')));
  addEventListener('hashchange', followAddress);
  addEventListener('resize', measureHeads);
  narrow.addEventListener('change', drawPanel);
  watchPrint();
  drawWords();
  drawControls(drawGrid);
  followAddress();
}

start();
