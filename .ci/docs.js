const box = document.querySelector('.side input'),
  out = document.querySelector('#found'),
  nav = document.querySelector('.side nav'),
  esc = s => s.replace(/[&<>]/g, c => '&#' + c.charCodeAt(0) + ';');
let index;
window.found = x => {
  index = x;
  show();
};
const show = () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  nav.hidden = words.length > 0;
  out.hidden = !words.length;
  if (!words.length || !index) return;
  const score = e => words.every(w => e.t.includes(w)) ? words.reduce((n, w) => n + (e.n.toLowerCase() ==
    w ? 50 : e.n.toLowerCase().startsWith(w) ? 20 : e.n.toLowerCase().includes(w) ? 10 : 1), e.k) : 0;
  const hits = index.map(e => [score(e), e]).filter(h => h[0]).sort((a, b) => b[0] - a[0]).slice(0, 30);
  out.innerHTML = hits.map(([, e]) =>
      `<a href="${DEPTH}${e.u}">${esc(e.n)}<small>${esc(e.p)}: ${esc(e.s)}</small></a>`).join('') ||
    '<p>nothing found</p>';
  document.body.dataset.found = hits.length;
};
const load = () => {
  if (window.asked) return;
  window.asked = 1;
  const s = document.createElement('script');
  s.src = DEPTH + 'search.js';
  document.head.append(s);
};
box.onfocus = load;
box.oninput = () => {
  load();
  show();
};
addEventListener('keydown', e => {
  if (e.key == '/' && document.activeElement != box) {
    e.preventDefault();
    box.focus();
  }
});
document.querySelector('.side .here')?.scrollIntoView({
  block: 'center'
});
scrollTo(0, location.hash ? scrollY : 0);
document.body.dataset.ready = '1';
