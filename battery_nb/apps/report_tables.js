document.querySelectorAll('main table:not(.plain)').forEach(table => {
  const rows = [...table.tBodies].flatMap(b => [...b.rows]).map(r => [...r.cells].filter(c => c.tagName ==
      'TD')),
    n = Math.max(0, ...rows.map(r => r.length));
  const empty = c => /^(|nan|none|nat|<na>|-|–|…|\.\.\.)$/i.test(c.textContent.trim()),
    number = c => /^[-+−]?[\d.,]+(e[-+]?\d+)?(%|\s\S{1,6})?$/i.test(c.textContent.trim());
  const heads = [...(table.tHead?.rows ?? [])].map(r => [...r.cells]).filter(r => r.length >= n && r
    .every(c => c.colSpan == 1));
  rows.flat().forEach(c => c.classList.toggle('none', empty(c)));
  heads.forEach(h => h.slice(0, h.length - n).forEach(c => c.classList.add('word')));
  for (let k = 1; k <= n; k++) {
    const cells = rows.filter(r => r.length == n).map(r => r[n - k]);
    if (cells.some(c => !empty(c) && !number(c)))[...cells, ...heads.map(h => h[h.length - k])].forEach(
      c => c.classList.add('word'));
  }
});
