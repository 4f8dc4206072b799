const library = model => window.batteryPlotly ? Promise.resolve(window.batteryPlotly) : new Promise(done => {
  const hear = async (m, buffers) => {
    if (m.kind != 'plotly') return;
    model.off('msg:custom', hear);
    if (!window.batteryPlotly) {
      const text = await new Response(new Blob([buffers[0]]).stream().pipeThrough(
          new DecompressionStream('gzip'))).text(),
        module = {
          exports: {}
        };
      new Function('module', 'exports', 'define', text)(module, module.exports);
      window.batteryPlotly = module.exports;
    }
    done(window.batteryPlotly);
  };
  model.on('msg:custom', hear);
  model.send({
    kind: 'plotly'
  });
});
async function render({
  model,
  el
}) {
  const box = document.createElement('div');
  box.className = 'battery-chart';
  el.append(box);
  const P = await library(model);
  let turn = 0,
    timer, drawn = 0,
    shown = null, // uirevision of the chart on the screen
    busy = false,
    again = false;
  const numbers = b => new Float64Array(b.buffer.slice(b.byteOffset, b.byteOffset + b.byteLength));
  const ask = e => {
    if (!model.get('long') || (e && !Object.keys(e).some(k => /^xaxis\d*\.(range|autorange)/.test(k))))
      return;
    clearTimeout(timer);
    const mine = ++turn;
    timer = setTimeout(() => {
      if (!box._fullLayout) return;
      const axes = {};
      for (const [k, a] of Object.entries(box._fullLayout))
        if (/^xaxis\d*$/.test(k) && a.type == 'linear') axes[k.replace('axis', '')] = a.autorange ?
          null : [Math.min(...a.range), Math.max(...a.range)];
      model.send({
        kind: 'view',
        axes,
        width: box.clientWidth,
        turn: mine
      });
    }, 40);
  };
  model.on('msg:custom', (m, buffers) => {
    if (m.kind != 'lines' || m.turn != turn || !m.traces.length || busy) return;
    P.restyle(box, {
      x: m.traces.map((_, k) => numbers(buffers[2 * k])),
      y: m.traces.map((_, k) => numbers(buffers[2 * k + 1]))
    }, m.traces).then(() => {
      box.dataset.turn = m.turn;
    });
  });
  const paint = async () => {
    const spec = JSON.parse(model.get('spec') || 'null');
    box.hidden = !spec;
    if (!spec) return;
    box.style.height = (spec.layout.height ?? 420) + 'px';
    delete spec.layout.width;
    ++turn;
    // another chart is drawn from nothing: `react` would keep the ranges to which a double click resets
    const other = spec.layout.uirevision == null || spec.layout.uirevision !== shown;
    shown = spec.layout.uirevision;
    await (other ? P.newPlot : P.react)(box, spec.data, {
      ...spec.layout,
      autosize: true
    }, {
      responsive: true,
      displaylogo: false,
      doubleClick: 'reset'
    });
    if (other) {
      box.on('plotly_relayout', ask);
      box.on('plotly_click', e => model.send({
        kind: 'click',
        points: e.points.map(p => ({
          curve: p.curveNumber,
          point: p.pointIndex,
          x: p.x,
          y: p.y,
          data: p.customdata
        }))
      }));
    }
    box.dataset.drawn = ++drawn;
    if (spec.layout.uirevision != null) ask();
  };
  const draw = async () => {
    again = busy;
    if (busy) return;
    busy = true; // one after another, and only the last of many
    try {
      do {
        again = false;
        await paint();
      } while (again);
    } finally {
      busy = false;
    }
  };
  model.on('change:spec', draw);
  await draw();
  const watch = new ResizeObserver(() => drawn && box.clientWidth && P.Plots.resize(box));
  watch.observe(el);
  return () => {
    clearTimeout(timer);
    watch.disconnect();
    P.purge(box);
  };
}
export default {
  render
};
