/* How many numbers the cells on screen or paper hold, those that are broken over two lines, and those
   that reach over the edge of their cell. */
() => {
  const found = [];
  for (const cell of document.querySelectorAll('td')) {
    if (!cell.checkVisibility()) continue;
    const edge = cell.getBoundingClientRect().right;
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { data } = walk.currentNode;
      for (const match of data.matchAll(/\d[\d,.]*/g)) {
        const range = document.createRange();
        range.setStart(walk.currentNode, match.index);
        range.setEnd(walk.currentNode, match.index + match[0].length);
        const boxes = [...range.getClientRects()];
        found.push({
          number: match[0],
          lines: new Set(boxes.map((box) => Math.round(box.top))).size,
          over: boxes.some((box) => box.right > edge),
        });
      }
    }
  }
  const which = (test) => found.filter(test).map((one) => one.number);
  return [found.length, which((one) => one.lines !== 1), which((one) => one.over)];
}
