"""Write README.md from nbs/index.ipynb, without quarto: the map, the list of readers and the picture of the wings are made anew.
`--check` only compares."""

import json
import sys
from pathlib import Path

import nbformat
from nbconvert import MarkdownExporter

from battery_nb.data.catalog import catalog

from picture_of_wings import draw
from wings import library

ROOT = Path(__file__).resolve().parents[1]
NBS = ROOT / 'nbs'


def subtitle(path):
    first = ''.join(json.loads(path.read_text(encoding='utf-8'))['cells'][0]['source'])
    return first.split('\n> ', 1)[1].splitlines()[0]


def house():
    "One line a notebook: library, then workflows"
    rows = ['| notebook | what it holds |', '|---|---|']
    for path in [*sum(library(NBS).values(), []), *sorted((NBS / 'workflows').glob('*.ipynb'))]:
        place = path.relative_to(ROOT).as_posix()
        rows.append(f'| [`{path.relative_to(NBS).with_suffix("").as_posix()}`]({place}) | {subtitle(path)} |')
    return '\n'.join(rows)


def readers():
    "One line a reader, from the registry: public data sets, then formats"
    rows = [f'| {r.name} | {r.what} | {r.library} | {r.verified} |' for r in catalog().itertuples()]
    return '\n'.join(['| reads | what | opened by | verified by |', '|---|---|---|---|', *rows])


def readme():
    nb = nbformat.read(NBS / 'index.ipynb', as_version=4)
    for c in nb.cells:
        c.source = c.source.replace('<!-- map -->', house()).replace('<!-- sources -->', readers())
    text, _ = MarkdownExporter().from_notebook_node(nb)
    return '<!-- written from nbs/index.ipynb by `make sync`; edit it there -->\n\n' + text.strip() + '\n'


def targets():  # dict path -> text
    return {ROOT / 'README.md': readme(), NBS / 'images' / 'wings.svg': draw(NBS)}


if __name__ == '__main__':
    for path, text in targets().items():
        if '--check' not in sys.argv:
            path.write_text(text, encoding='utf-8')
        elif not path.exists() or path.read_text(encoding='utf-8') != text:
            sys.exit(f'{path.relative_to(ROOT)} is not what the notebooks give; run make sync')
