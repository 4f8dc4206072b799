const unpack = async b64 => new Response(new Blob([Uint8Array.from(atob(b64.trim()), c => c.charCodeAt(0))])
  .stream().pipeThrough(new DecompressionStream('gzip'))).text();
window.gallery = packed => {
  document.currentScript.packed = packed;
};
const load = r => r.curves ??= new Promise(done => {
  if (!r.files.includes('curves.js')) return done([]);
  const s = document.createElement('script');
  s.src = r.at + '/curves.js';
  s.onerror = () => done([]);
  s.onload = async () => done(s.packed ? JSON.parse(await unpack(s.packed)) : []);
  document.head.append(s);
});
let plotly;
const library = () => plotly ??= unpack($('#plotly').textContent).then(text => {
  const s = document.createElement('script');
  s.textContent = text;
  document.head.append(s);
});
const DASH = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'],
  same = (a, b) => a.name == b.name && a.yaxis == b.yaxis && JSON.stringify(a.x) == JSON.stringify(b.x) &&
  JSON.stringify(a.y) == JSON.stringify(b.y);
const overlay = (key, rs, figures) => {
  const have = rs.map((r, k) => ({
      r,
      k,
      f: figures[k].find(f => f.key == key)
    })).filter(h => h.f),
    traces = [];
  const common = t => have.length > 1 && t.type == 'scatter' && have.every(h => h.f.data.some(u => same(t,
      u))),
    names = [...new Set(have.flatMap(h => h.f.data.filter(t => !common(t)).map(t => t.name ?? '')))];
  for (const t of have[0].f.data)
    if (common(t)) traces.push({
      ...t,
      line: {
        color: D.grey,
        width: 2
      },
      marker: {
        color: D.grey
      },
      showlegend: false
    });
  for (const {
      r,
      k,
      f
    }
    of have)
    for (const t of f.data) {
      if (common(t)) continue;
      const {
        colour,
        dash,
        ...rest
      } = t, c = D.palette[k % D.palette.length], j = names.indexOf(t.name ?? '');
      traces.push(t.type == 'bar' ? {
        ...rest,
        name: names.length > 1 ? `${r.name}: ${t.name}` : r.name,
        marker: {
          color: c,
          opacity: 1 - .7 * j / names.length
        }
      } : {
        ...rest,
        name: `${r.name}${names.length > 1 && t.name ? ': ' + t.name : ''}`,
        legendgroup: r.id + t.name,
        showlegend: !traces.some(u => u.legendgroup == r.id + t.name),
        line: {
          color: c,
          width: 1.6,
          dash: DASH[j % 6]
        },
        marker: {
          color: c,
          size: 5
        }
      });
    }
  const layout = {
    template: D.template,
    ...have[0].f.layout,
    title: {
      text: have[0].f.title
    },
    autosize: true
  };
  delete layout.width;
  layout.margin = {
    ...(layout.margin ?? {}),
    b: 70
  };
  layout.height = (layout.height ?? 400) + 30;
  layout.legend = {
    orientation: 'h',
    x: 0,
    xanchor: 'left',
    y: 0,
    yref: 'container',
    yanchor: 'bottom'
  };
  return {
    data: traces,
    layout
  };
};
const number = x => Math.abs(x) >= 1e4 ? x.toLocaleString('en', {
  maximumFractionDigits: 0
}) : String(+x.toPrecision(3));
const dot = k => `<span class="dot" style="background:${D.palette[k % D.palette.length]}"></span>`;
const side = (names, cell, rs) => {
  const heads = rs.map((r, k) => `<th style="text-align:right">${dot(k)}${esc(r.name)}</th>`).join('');
  return `<div class="over-x"><table class="side plain"><thead><tr><th></th>${heads}</tr></thead>` +
    `<tbody>${names.map(n => cell(n)).join('')}</tbody></table></div>`;
};
const soft = text => `<p class="soft">${text}</p>`;
const change = (v, first) => {
  const differs = first != null && first != 0 && v[0] != first;
  return differs ? `<small>${v[0] > first ? '+' : '−'}${number(Math.abs(v[0] / first - 1) * 100)} %</small>` : '';
};
const metricRow = (m, rs) => {
  const first = rs[0].metrics[m]?.[0],
    equal = rs.every(r => r.metrics[m]?.[0] === first);
  const cell = (v, k) => `<td style="text-align:right">${v ? esc(v[1]) : '–'}${v && k ? change(v, first) : ''}</td>`;
  return `<tr${equal ? ' class="same"' : ''}><th>${esc(words(m))}</th>` +
    `${rs.map((r, k) => cell(r.metrics[m], k)).join('')}</tr>`;
};
const metricTables = rs => {
  const names = [...new Set(rs.flatMap(r => Object.keys(r.metrics)))],
    table = some => side(some, m => metricRow(m, rs), rs);
  if (!names.length) return soft('No run has metrics.');
  const fold = names.length > 12 ?
    `<details><summary>${names.length - 12} more</summary>${table(names.slice(12))}</details>` : '';
  return table(names.slice(0, 12)) + fold +
    soft('Percentages are differences from the first run; rows that do not differ are pale.');
};
const paramTable = rs => {
  const names = differing(rs),
    cell = (r, k) => `<td class="mono">${esc(r.params[k] ?? "–")}</td>`,
    line = k => `<tr><th>${esc(k)}</th>${rs.map(r => cell(r, k)).join("")}</tr>`;
  return names.length ? side(names, line, rs) : soft('The runs have the same parameters.');
};
const keyOf = (r, k) =>
  `<span>${dot(k)}${link(r)} <span class="soft">${esc(r.workflow)}, ${when(r)}, ${r.status}</span></span>`;
const compare = async () => {
  const rs = [...S.on].map(i => by[i]),
    view = $('#compare');
  document.body.dataset.compared = '';
  view.innerHTML = [
    `<button id="back">← all runs</button><h1>${rs.length} runs side by side</h1>`,
    `<div class="key">${rs.map(keyOf).join('')}</div>`,
    `<h2>Parameters that differ</h2>${paramTable(rs)}`,
    `<h2>Metrics</h2>${metricTables(rs)}`,
    `<h2>Curves</h2><div class="curves">${soft('reading')}</div>`
  ].join('');
  $('#back').onclick = () => {
    S.compare = false;
    keep(true);
    view_();
  };
  const figures = await Promise.all(rs.map(load)),
    keys = [...new Set(figures.flatMap(f => f.map(g => g.key)))],
    shared = keys.filter(k => figures.filter(f => f.some(g => g.key == k)).length > 1),
    box = $('.curves');
  box.innerHTML = shared.length ? '' : '<p class="soft">These runs have no figure in common.</p>';
  if (shared.length) await library();
  for (const k of shared) {
    const f = document.createElement('div'),
      p = document.createElement('div');
    f.className = 'figure';
    f.append(p);
    box.append(f);
    const {
      data,
      layout
    } = overlay(k, rs, figures);
    p.style.height = layout.height + 'px';
    await Plotly.newPlot(p, data, layout, {
      responsive: true,
      displaylogo: false
    });
  }
  document.body.dataset.compared = shared.length;
};
const view_ = () => {
  $('#list').hidden = S.compare;
  $('#compare').hidden = !S.compare;
  S.compare ? (foot(), compare()) : table();
  scrollTo(0, 0);
};
$('.foot .go').onclick = () => {
  S.compare = true;
  keep(true);
  view_();
};
addEventListener('popstate', () => location.reload());
if (S.on.size < 2) S.compare = false;
view_();
document.body.dataset.ready = '1';
