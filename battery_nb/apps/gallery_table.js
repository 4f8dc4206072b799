const D = JSON.parse(document.getElementById('data').textContent),
  runs = D.runs,
  by = Object.fromEntries(runs.map(r => [r.id = r.workflow + '/' + r.name, r]));
const $ = s => document.querySelector(s),
  esc = s => String(s).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';'),
  words = m => D.words[m] ?? m;
const hash = new URLSearchParams(location.hash.slice(1)),
  S = {
    w: hash.get('w') ?? '',
    q: hash.get('q') ?? '',
    sort: hash.get('sort') ?? 'started',
    up: hash.get('up') == '1',
    on: new Set((hash.get('on') ?? '').split('|').filter(i => by[i])),
    compare: hash.get('compare') == '1'
  };
const keep = push => {
  const h = new URLSearchParams();
  for (const [k, v] of [
      ['w', S.w],
      ['q', S.q],
      ['sort', S.sort == 'started' ? '' : S.sort],
      ['up', S.up ? '1' : ''],
      ['on', [...S.on].join('|')],
      ['compare', S.compare ? '1' : '']
    ])
    if (v) h.set(k, v);
  history[push ? 'pushState' : 'replaceState'](null, '', '#' + h);
};
const differing = rs => [...new Set(rs.flatMap(r => Object.keys(r.params)))].filter(k => k != 'run_name' &&
  k != 'out' && new Set(rs.filter(r => k in r.params).map(r => JSON.stringify(r.params[k]))).size > 1);
const columns = () => {
  if (!S.w) return [];
  const rs = runs.filter(r => r.workflow == S.w),
    m = [],
    seen = new Set();
  for (const r of rs)
    for (const k in r.metrics)
      if (!seen.has(k)) {
        seen.add(k);
        m.push(k);
      }
  const flat = k => new Set(rs.filter(r => k in r.metrics).map(r => r.metrics[k][0])).size < 2;
  m.sort((a, b) => flat(a) - flat(b));
  return [...m.slice(0, 4).map(k => ({
      id: 'm:' + k,
      name: words(k),
      n: true,
      show: r => esc(r.metrics[k]?.[1] ?? ''),
      key: r => r.metrics[k]?.[0]
    })),
    ...differing(rs).slice(0, 3).map(k => ({
      id: 'p:' + k,
      name: k,
      dim: true,
      n: rs.every(r => typeof(r.params[k] ?? 0) == 'number'),
      show: r => esc(String(r.params[k] ?? '').slice(0, 40)),
      key: r => r.params[k]
    }))
  ];
};
const COMMON = {
  run: r => r.name,
  started: r => r.started,
  status: r => r.status
};
const when = r => esc(r.started.slice(0, 16).replace('T', ' '));
const link = r => r.files.includes('report.html') ? `<a href="${r.at}/report.html">${esc(r.name)}</a>` : esc(r.name);
const tick = r => {
  const on = S.on.has(r.id) ? ' checked' : '';
  return `<input type="checkbox" class="pick" aria-label="tick ${esc(r.id)}"${on}>`;
};
const FILES = [
  ['run.ipynb', 'notebook'],
  ['metrics.json', 'metrics']
];
const filesOf = r => FILES.slice(0, S.w ? 1 : 2).filter(([f]) => r.files.includes(f))
  .map(([f, label]) => `<a href="${r.at}/${f}">${label}</a>`).join(' &nbsp; ');
const inLine = ([k, v]) => `<span class="num"><i>${esc(words(k))}</i> ${esc(v[1])}</span> `;
const numbers = (r, cols) => S.w ?
  cols.map(c => `<td class="${c.n ? 'n' : ''}${c.dim ? ' dim' : ''}">${c.show(r)}</td>`).join('') :
  `<td class="numbers">${Object.entries(r.metrics).slice(0, 4).map(inLine).join('')}</td>`;
const row = (r, cols) => [
  `<tr data-id="${esc(r.id)}"${S.on.has(r.id) ? ' class="on"' : ''}>`,
  `<td>${tick(r)}</td><td class="pic">${r.picture}</td>`,
  `<td class="who">${link(r)}${S.w ? '' : `<small>${esc(r.workflow)}</small>`}</td>`,
  `<td class="when">${when(r)}</td><td><span class="badge ${r.status}">${r.status}</span></td>`,
  numbers(r, cols),
  `<td>${filesOf(r)}</td></tr>`
].join('');
let shown = [];
const table = () => {
  const cols = columns(),
    c = cols.find(c => c.id == S.sort),
    key = c?.key ?? COMMON[S.sort] ?? COMMON.started,
    sign = S.up ? 1 : -1;
  const order = (a, b) => {
    const x = key(a),
      y = key(b);
    return x == null ? (y == null ? 0 : 1) : y == null ? -1 : sign * (typeof x == 'number' && typeof y ==
      'number' ? x - y : String(x).localeCompare(String(y), undefined, {
        numeric: true
      }));
  };
  const q = S.q.toLowerCase().split(/\s+/).filter(Boolean);
  shown = runs.filter(r => (!S.w || r.workflow == S.w) && q.every(t => r.text.includes(t))).sort(order);
  const head = (id, name, cls = '') => {
    const sorted = id == S.sort ? ` aria-sort="${S.up ? 'ascending' : 'descending'}"` : '';
    return `<th data-sort="${esc(id)}" class="${cls}"${sorted}>${esc(name)}</th>`;
  };
  const more = S.w ?
    cols.map(c => head(c.id, c.name, (c.n ? 'n' : '') + (c.dim ? ' dim' : ''))).join('') :
    '<th class="no">numbers</th>';
  const heads = head('run', 'run') + head('started', 'started', 'when') + head('status', 'status') + more;
  $('.runs').innerHTML = `<thead><tr><th></th><th class="no pic"></th>${heads}<th class="no">files</th></tr></thead>` +
    `<tbody>${shown.map(r => row(r, cols)).join('')}</tbody>`;
  document.querySelectorAll('.bar button').forEach(b => b.setAttribute('aria-pressed', b.dataset.workflow ==
    S.w));
  $('#none').hidden = shown.length > 0;
  document.body.dataset.shown = shown.length;
  foot();
  keep();
};
const foot = () => {
  const n = S.on.size;
  $('.foot').hidden = !n || S.compare;
  $('#ticked').textContent = n == 1 ? 'one run ticked; tick another to compare' : `${n} runs ticked`;
  $('.foot .go').hidden = n < 2;
};
$('.runs').addEventListener('click', e => {
  const th = e.target.closest('th[data-sort]');
  if (th) {
    S.up = S.sort == th.dataset.sort ? !S.up : th.dataset.sort == 'run';
    S.sort = th.dataset.sort;
    return table();
  }
  if (e.target.matches('.pick')) {
    const tr = e.target.closest('tr');
    S.on[e.target.checked ? 'add' : 'delete'](tr.dataset.id);
    tr.classList.toggle('on', e.target.checked);
    foot();
    keep();
  }
});
document.querySelectorAll('.bar button').forEach(b => b.onclick = () => {
  S.w = b.dataset.workflow;
  if (!COMMON[S.sort]) {
    S.sort = 'started';
    S.up = false;
  }
  table();
});
const find = $('.bar input');
find.value = S.q;
find.oninput = () => {
  S.q = find.value;
  table();
};
$('#clear').onclick = () => {
  S.on.clear();
  table();
};
for (const r of runs) r.text = [r.id, r.status, r.commit, r.device, ...Object.entries(r.params).flatMap(([k,
  v]) => [k + '=' + v, v])].join(' ').toLowerCase();
