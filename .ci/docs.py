"""The documentation, offline: a page for each notebook in reading order, a table for each public name, and a search over all of them.

    python .ci/docs.py [folder]    # default: site/; open site/index.html, no server is needed

Library notebooks are read as they are; nothing is run. quarto is not needed."""

import ast, base64, html, importlib, inspect, json, re, shutil, sys
from pathlib import Path

from fastcore.docments import docments
from nbconvert.filters import Highlight2HTML, markdown2html

from battery_nb import core
from battery_nb.apps.gallery import NEAR
from battery_nb.apps.html_report import page

from wings import WINGS, library

ROOT = Path(__file__).resolve().parents[1]
NBS = ROOT / 'nbs'
CSS, JS = ((Path(__file__).parent / f'docs.{kind}').read_text(encoding='utf-8') for kind in ('css', 'js'))
code_html = Highlight2HTML()


def cells(nb):
    return json.loads(nb.read_text(encoding='utf-8'))['cells']


def source(c):
    return ''.join(c['source'])


def head(nb):
    "Title and subtitle of a notebook"
    m = re.match(r'#\s+(.+?)\s*(?:\n+>\s*(.+?)\s*)?(?:\n|$)', source(cells(nb)[0]))
    return (m[1], m[2] or '') if m else (nb.stem, '')


def books():
    "Groups of notebooks in reading order: (title, [path])"
    wings = [(WINGS[w], found) for w, found in library(NBS).items()]
    return [
        ('Tutorials', sorted((NBS / 'tutorials').glob('*.ipynb'))),
        ('Explorers', sorted((NBS / 'explore').glob('*.ipynb'))),
        *wings,
        ('Workflows', sorted((NBS / 'workflows').glob('*.ipynb'))),
        ('Terms', [NBS / 'glossary.ipynb']),
    ]


def place(nb):
    return nb.relative_to(NBS).with_suffix('.html').as_posix()


def anchor(text):
    return re.sub(r'\W+', '-', text.lower()).strip('-')


def public(text):
    "Names that a cell defines"
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return []
    return [n.name for n in tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef)) and not n.name.startswith('_')]


def describe(name, thing):
    "Signature, what it does, and its parameters, as show_doc tells them"
    try:
        notes = docments(thing, full=True)
    except Exception:
        notes = {}
    e, empty = html.escape, inspect.Parameter.empty
    notes = {k: v for k, v in notes.items() if k != 'self'}
    result = notes.pop('return', None)
    try:
        signature = ', '.join(
            p.name if p.default is empty else f'{p.name}={p.default!r}' if len(repr(p.default)) < 40 else f'{p.name}=…'
            for p in inspect.signature(thing).parameters.values()
        )
    except (TypeError, ValueError):
        signature = ''
    shown = [
        (k, '' if v.default is empty else repr(v.default)[:60], v.docment or '')
        for k, v in notes.items()
        if v.docment or v.default is not empty
    ]
    rows = ''.join(f'<tr><td>{e(k)}</td><td class="d">{e(d)}</td><td>{e(t)}</td></tr>' for k, d, t in shown)
    if result is not None and result.docment:
        rows += f'<tr><td class="d">gives</td><td></td><td>{e(result.docment)}</td></tr>'
    doc = inspect.getdoc(thing) or ''
    kind = 'class ' if inspect.isclass(thing) else ''
    return (
        f'<div class="name" id="{e(name)}"><h3><span>{kind}</span>{e(name)}<span>({e(signature)})</span></h3><p>{e(doc.splitlines()[0] if doc else "")}</p>'
        + (
            f'<table class="plain"><thead><tr><th></th><th>default</th><th></th></tr></thead><tbody>{rows}</tbody></table>'
            if rows
            else ''
        )
        + '</div>'
    )


def body_of(nb, entries, names):
    "The cells of a notebook as HTML"
    title, subtitle = head(nb)
    first, out, module, where = True, [], None, place(nb)
    if m := re.search(r'^#\| default_exp (\S+)', '\n'.join(source(c) for c in cells(nb)), re.M):
        module = importlib.import_module(f'battery_nb.{m[1]}')
    for c in cells(nb):
        text = source(c)
        if c['cell_type'] == 'markdown':
            if first:
                text = re.sub(r'^#\s+.+?\n(?:\n*>.*\n?)?', '', text + '\n', count=1)
                first = False
            part = markdown2html(text)
            part = re.sub(
                r'<h([23])[^>]*>(.*?)</h\1>',
                lambda m: f'<h{m[1]} id="{anchor(plain(m[2]))}">{plain(m[2])}</h{m[1]}>',
                part,
                flags=re.S,
            )
            heading = re.search(r'<h[23] id="(.*?)">(.*?)</h', part)
            if plain(part).strip():
                entries.append(
                    dict(
                        n=html.unescape(heading[2]) if heading else title,
                        p=title,
                        u=where + (f'#{heading[1]}' if heading else ''),
                        s=plain(part)[:110],
                        t=(plain(part) + ' ' + title).lower(),
                        k=2 if heading else 0,
                    )
                )
            out.append(part)
            continue
        if text.startswith(('#| hide', '#| default_exp')) or not text.strip():
            continue
        exported = text.startswith('#| export')
        if exported:
            text = text.partition('\n')[2]
            for n in public(text):
                thing = getattr(module, n, None)
                if thing is None:
                    continue
                out.append(describe(n, thing))
                doc = (inspect.getdoc(thing) or '').splitlines() or ['']
                names.setdefault(n, f'{where}#{n}')
                entries.append(
                    dict(n=n, p=title, u=f'{where}#{n}', s=doc[0][:110], t=f'{n} {doc[0]} {title}'.lower(), k=5)
                )
        shown = code_html(text, language='ipython3')
        fold = (
            'source'
            if public(text)
            else 'imports'
            if not re.sub(r'^(from|import)\b.*(\n +.*)*', '', text, flags=re.M).strip()
            else ''
        )
        out.append(
            f'<details><summary>{fold}</summary>{shown}</details>'
            if exported and fold
            else f'<div class="{"" if exported else "test"}">{shown}</div>'
        )
    return title, subtitle, ''.join(out)


def plain(text):
    return html.unescape(re.sub(r'\s+', ' ', re.sub('<[^>]*>', ' ', text))).replace('¶', '').strip()


def sidebar(groups, here, up):
    link = lambda p: f'<a href="{up}{place(p)}"{" class=here" if p == here else ""}>{html.escape(head(p)[0])}</a>'
    return (
        f'<aside class="side"><a class="home" href="{up}index.html">battery_nb</a><input type="search" placeholder="search  ( / )" aria-label="search"><div id="found" hidden></div><nav>'
        + ''.join(f'<h4>{title}</h4>{"".join(map(link, ps))}' for title, ps in groups if ps)
        + '</nav></aside>'
    )


def linked(text, names, up):
    "Names of the library in prose become links"
    return re.sub(
        r'<code>([A-Za-z_][\w.]*?)(\(\))?</code>',
        lambda m: f'<a href="{up}{names[k]}">{m[0]}</a>' if (k := m[1].rpartition('.')[2]) in names else m[0],
        text,
    )


def with_pictures(text):
    "Pictures of the README inside the page"

    def embed(m):
        p = ROOT / m[1] if (ROOT / m[1]).exists() else NBS / m[1]
        kind = 'svg+xml' if p.suffix == '.svg' else 'png'
        return f'src="data:image/{kind};base64,{base64.b64encode(p.read_bytes()).decode()}"' if p.exists() else m[0]

    return re.sub(r'src="([^":]+\.(?:png|svg))"', embed, text)


def build(out):
    groups, entries, names, pages = [g for g in books() if g[1]], [], {}, []
    order = [p for _, ps in groups for p in ps]
    for p in order:
        pages.append((p, *body_of(p, entries, names)))
    shutil.rmtree(out, ignore_errors=True)
    for k, (p, title, subtitle, body) in enumerate(pages):
        up = '../' * (len(Path(place(p)).parts) - 1)
        ends = ''.join(
            f'<a href="{up}{place(q)}">{html.escape(text.format(head(q)[0]))}</a>' if q else '<span></span>'
            for q, text in (
                (order[k - 1] if k else None, '← {}'),
                (order[k + 1] if k + 1 < len(order) else None, '{} →'),
            )
        )
        main = (
            f'<p class="over">{html.escape(p.relative_to(ROOT).as_posix())}</p><h1>{html.escape(title)}</h1>'
            + (f'<p class="lead">{html.escape(subtitle)}</p>' if subtitle else '')
            + linked(body, names, up)
        )
        core.write_text(
            out / place(p),
            page(
                f'{title} · battery_nb',
                f'<div class="page">{sidebar(groups, p, up)}<main>{main}<div class="ends">{ends}</div></main></div><script>const DEPTH = "{up}";{JS}</script>',
                CSS,
                scripts=NEAR,
            ),
        )
    readme = re.sub(r'^<!--.*?-->\s*', '', (ROOT / 'README.md').read_text(encoding='utf-8'))
    text = re.sub(
        r'href="nbs/([^"]+)\.ipynb"', r'href="\1.html"', with_pictures(linked(markdown2html(readme), names, ''))
    )
    core.write_text(
        out / 'index.html',
        page(
            'battery_nb',
            f'<div class="page">{sidebar(groups, None, "")}<main>{text}</main></div><script>const DEPTH = "";{JS}</script>',
            CSS,
            scripts=NEAR,
        ),
    )
    core.write_text(out / 'search.js', f'found({json.dumps(entries, ensure_ascii=False, separators=(",", ":"))});\n')
    return len(pages) + 1, len(names)


if __name__ == '__main__':
    out = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / 'site'
    many, names = build(out)
    print(f'{many} pages, {names} public names: {out / "index.html"}')
