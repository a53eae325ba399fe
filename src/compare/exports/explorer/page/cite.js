/* How to cite a place of a plan, and how to copy it. The documents' citations come with the data. */

/* The styles of the data, by the word on their button. */
const STYLES = { 'copy_gbt': (plan) => plan.citation, 'copy_apa': (plan) => plan.apa };

/* A quotation with its document and its place, ready to be pasted; before the number of a cell stands what
   it counts. */
function citationText(style, key, span, cellOf) {
  const plan = plans.get(key);
  const quote = oneLine(cut(plan, ...span));
  return word('citation', {
    quoted: word(cellOf ? 'citation_cell' : 'citation_quote', cellOf ? { quote, subject: cellOf } : { quote }),
    document: STYLES[style](plan),
    offsets: offsets(span),
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

/* Buttons that copy a text each, and what is said when they did: `[[key of the word, () => text], …]`. */
function copyButtons(texts) {
  const status = el('span', { class: 'status', role: 'status' });
  return [
    texts.map(([key, text]) =>
      button(key, async () => { status.textContent = word((await copy(text())) ? 'copied' : 'not_copied'); },
        { class: 'copy', 'data-copy': key })),
    status,
  ];
}

/* The citations of a place, to be copied or to be read and selected. */
const citations = (plan, span, cellOf = '') => el('div', { class: 'cite' },
  el('p', { class: 'buttons' }, copyButtons(Object.keys(STYLES).map((style) => [style, () => citationText(style, plan, span, cellOf)]))),
  el('details', {}, el('summary', {}, word('citation_head')),
    Object.keys(STYLES).map((style) => el('p', { 'data-style': style }, citationText(style, plan, span, cellOf)))));
