/* The controls of the filters: a menu of check boxes for each facet. */

const choiceText = (facet) => {
  const count = chosen.get(facet.id).size;
  return word('choice', { name: word(facet.id), count: count ? word('choice_some', { count }) : word('choice_all') });
};

function choice(facet, changed) {
  const summary = el('summary', {}, choiceText(facet));
  const codes = chosen.get(facet.id);
  const update = () => {
    summary.textContent = choiceText(facet);
    summary.classList.toggle('on', codes.size > 0);
  };
  const boxes = facet.options().map(([code, name]) => {
    const tick = (event) => {
      if (event.target.checked) codes.add(code);
      else codes.delete(code);
      update();
      changed();
    };
    const box = el('input', { type: 'checkbox', value: code, onchange: tick });
    box.checked = codes.has(code);
    return el('label', {}, box, el('span', {}, name));
  });
  const menu = el('details', { class: 'choice', 'data-facet': facet.id }, summary,
    el('div', { class: 'menu', role: 'group', 'aria-label': word(facet.id) }, boxes));
  menu.addEventListener('toggle', () => {
    if (menu.open) closeMenus(menu);
  });
  update();
  return menu;
}

const openMenus = () => [...document.querySelectorAll('details.choice[open]')];
const closeMenus = (but) => openMenus().filter((menu) => menu !== but).forEach((menu) => { menu.open = false; });

/* Draw the controls anew: after a change of language, or when filters were cleared. */
function drawControls(changed) {
  document.getElementById('choices').replaceChildren(...facets.map((facet) => choice(facet, changed)));
  document.querySelector('#absent input').checked = rowsShown.absent;
}
