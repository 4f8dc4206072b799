(async () => {
  const body = document.body,
    figures = [...document.querySelectorAll('.figure')],
    bad = [];
  const unpack = async b64 => new Response(new Blob([Uint8Array.from(atob(b64.trim()), c => c.charCodeAt(
      0))]).stream()
    .pipeThrough(new DecompressionStream('gzip'))).text();
  const tell = () => Object.assign(body.dataset, {
    figures: figures.filter(f => f.drawn).length,
    of: figures.length,
    undrawable: bad.length
  });
  const fail = (f, e) => {
    f.failed = true;
    bad.push(f);
    f.querySelector('.plot').textContent = 'This chart cannot be drawn here: ' + e.message;
  };
  const draw = f => {
    if (f.drawn || f.failed || !f.spec) return;
    try {
      const {
        data,
        layout = {},
        frames
      } = f.spec, plot = f.querySelector('.plot');
      delete layout.width;
      layout.autosize = true;
      Plotly.newPlot(plot, {
        data,
        layout,
        frames,
        config: {
          responsive: true,
          displaylogo: false
        }
      });
      f.drawn = true;
    } catch (e) {
      fail(f, e);
    }
    tell();
  };
  tell();
  try {
    const code = document.createElement('script');
    code.textContent = await unpack(document.getElementById('plotly').textContent);
    document.head.append(code);
    for (const f of figures) {
      const s = f.querySelector('.spec');
      try {
        f.spec = JSON.parse(s.type == 'text/plain' ? await unpack(s.textContent) : s.textContent);
        s.remove();
      } catch (e) {
        fail(f, e);
      }
    }
  } catch (e) {
    figures.forEach(f => fail(f, e));
  }
  const near = new IntersectionObserver(seen => seen.forEach(s => s.isIntersecting && draw(s.target)), {
    rootMargin: '800px'
  });
  figures.forEach(f => near.observe(f));
  window.drawAll = () => {
    figures.forEach(draw);
    return figures.length;
  };
  const widen = w => document.querySelectorAll('.figure .plot').forEach(p => p.data && Plotly.relayout(p,
    w));
  addEventListener('beforeprint', () => {
    drawAll();
    widen({
      width: 680,
      autosize: false
    });
  });
  addEventListener('afterprint', () => widen({
    width: null,
    autosize: true
  }));
  tell();
  body.dataset.ready = '1';
})();
