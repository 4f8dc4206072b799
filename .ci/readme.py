"Write README.md from nbs/index.ipynb, without quarto: the map and the list of readers filled in, then nbconvert. `--check` only compares."

import json
import sys
from pathlib import Path

import nbformat
from nbconvert import MarkdownExporter

from battery_nb.data import io

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
    table = io.catalog()
    return '\n'.join(
        ['| reads | cells and signals |', '|---|---|', *(f'| {r.name} | {r.what} |' for r in table.itertuples())]
    )


def readme():
    nb = nbformat.read(NBS / 'index.ipynb', as_version=4)
    for c in nb.cells:
        c.source = c.source.replace('<!-- map -->', house()).replace('<!-- sources -->', readers())
    text, _ = MarkdownExporter().from_notebook_node(nb)
    return '<!-- written from nbs/index.ipynb by `make sync`; edit it there -->\n\n' + text.strip() + '\n'


if __name__ == '__main__':
    target = ROOT / 'README.md'
    if '--check' in sys.argv:
        sys.exit(
            'README.md is not what nbs/index.ipynb gives; run make sync'
            if target.read_text(encoding='utf-8') != readme()
            else 0
        )
    target.write_text(readme(), encoding='utf-8')
