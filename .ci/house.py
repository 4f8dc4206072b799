"""How the library notebooks read, in numbers, and the limits that they keep: python .ci/house.py [-v] [wing]

The architecture notebook asserts `broken(measure(...))` to be empty. LIMITS is the rule; STATE holds the measures that are not there
yet, as they stood when this was written. A number in STATE may only fall, and its line goes as soon as the limit is met."""

import ast
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from wings import library

ROOT = Path(__file__).resolve().parents[1]
ASSERTION = re.compile(r'\bassert\b|\btest_\w+\(|\bExceptionExpected|\braises\b|\bfail\(')

LIMITS = dict(
    median_cell_lines=12,  # an exported cell holds one idea
    cells_over_30_percent=2.0,  # some classes read better whole
    cells_over_60=0,
    functions_over_30=0,  # lines of the body
    p95_line_length=110,
    lines_over_120=0,  # `__all__` is nbdev's line and not counted
    notebooks_over_350_lines=0,
    definitions_not_used_soon_percent=15.0,  # not used within the next two code cells
    definitions_never_tested_percent=3.0,  # never named in a test cell of their notebook
    test_cells_without_assertion_percent=7.0,
    names_in_two_modules=0,
    private_words=0,
)
STATE = dict(
    cells_over_30_percent=3.3,
    cells_over_60=3,
    functions_over_30=26,
    notebooks_over_350_lines=7,
    definitions_never_tested_percent=3.4,
)

# words that once had a meaning in this project alone, and the words of the field that replace them
PRIVATE = dict(
    told='known, given, target', untold='unknown', plant='data set', plants='data sets', voice='seed', voices='seeds', habit='prior',
    habits='prior', belief='noise model', beliefs='noise model', gauge='throughput', gauges='throughput', rival='reference model',
    rivals='reference models', arena='benchmark', contest='benchmark', surprise='cross-entropy', surprises='cross-entropy',
    committee='ensemble', committees='ensembles', doctor='repair', verdict='decision', verdicts='decisions', judge='classify, evaluate',
    judges='classifies', judged='classified, evaluated', foretold='predicted', sickness='fault', teach='train', teaches='trains',
    taught='trained', teaching='training',
)  # fmt: skip


@dataclass
class Cell:
    "One code cell"

    text: str

    @property
    def body(self):
        return '\n'.join(l for l in self.text.splitlines() if not l.startswith('#|'))

    @property
    def exported(self):
        return bool(re.search(r'^#\|\s*exporti?\b', self.text, re.M))

    @property
    def tree(self):
        "Statements of the cell; magics count as nothing"
        try:
            return ast.parse(self.body).body
        except SyntaxError:
            return ast.parse('\n'.join(l for l in self.body.splitlines() if not l.lstrip().startswith(('%', '!')))).body

    @property
    def lines(self):
        return [l for l in self.body.splitlines() if l.strip()]

    @property
    def only_imports(self):
        harmless = (ast.Import, ast.ImportFrom)
        return all(isinstance(x, harmless) or isinstance(getattr(x, 'value', None), ast.Constant) for x in self.tree)

    def names(self, word):
        return bool(re.search(rf'\b{re.escape(word)}\b', self.text))


@dataclass
class Book:
    "One library notebook: its code cells and what it says about itself"

    name: str
    cells: list[Cell]
    subtitle: str


def read_book(path: Path) -> Book:
    "A notebook with its code cells"
    cells = json.loads(path.read_text(encoding='utf-8'))['cells']
    subtitle = ''.join(cells[0]['source']).partition('\n> ')[2].partition('\n')[0]
    code = [''.join(c['source']) for c in cells if c['cell_type'] == 'code' and c['source']]
    return Book('/'.join(path.with_suffix('').parts[-2:]), [Cell(s) for s in code], subtitle)


def definitions(cell: Cell) -> list[ast.FunctionDef | ast.ClassDef]:
    "Public functions and classes of a cell"
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [x for x in cell.tree if isinstance(x, kinds) and not x.name.startswith('_')]


def long_functions(book: Book) -> list[tuple[int, str]]:
    "(lines of the body, name) of every function with more than 30"
    found = []
    for cell in book.cells:
        for x in (x for s in cell.tree for x in ast.walk(s)) if cell.exported else ():
            if isinstance(x, ast.FunctionDef | ast.AsyncFunctionDef):
                n = x.end_lineno - x.body[0].lineno + 1
                if n > 30:
                    found.append((n, x.name))
    return found


def uses(book: Book) -> list[tuple[str, bool, bool]]:
    "Every public definition: its name, whether one of the next two code cells uses it, whether any test cell does"
    found = []
    for k, cell in enumerate(book.cells):
        for x in definitions(cell) if cell.exported else ():
            soon = any(c.names(x.name) for c in book.cells[k + 1 : k + 3] if not c.exported)
            ever = any(c.names(x.name) for c in book.cells if not c.exported)
            found.append((x.name, soon, ever))
    return found


def tests(book: Book) -> list[bool]:
    "Whether each cell that shows or tests something asserts it"
    cells = [c for c in book.cells if not c.exported and 'default_exp' not in c.text and not c.only_imports]
    return [bool(ASSERTION.search(c.text)) for c in cells]


def words(text: str) -> list[str]:
    "Lower-case words of a text, with the parts of snake_case and CamelCase names"
    text = text.replace('MALLOC_ARENA_MAX', '')  # a setting of the C library
    return re.findall(r'[a-z]+', re.sub(r'([a-z])([A-Z])', r'\1 \2', text).lower().replace('_', ' '))


def readers_text(root: Path) -> dict[str, str]:  # file -> text
    "Everything that a user or a developer reads: the library, notebooks, presets and the pages beside them"
    files = [*root.glob('battery_nb/**/*.py'), *root.glob('nbs/**/*.yaml'), *root.glob('*.md')]
    texts = {str(p.relative_to(root)): p.read_text(encoding='utf-8') for p in files if p.stem != '_modidx'}
    for p in root.glob('nbs/**/*.ipynb'):
        if '.ipynb_checkpoints' not in p.parts and p.stem != 'architecture':
            cells = json.loads(p.read_text(encoding='utf-8'))['cells']
            texts[str(p.relative_to(root))] = p.stem + '\n' + '\n'.join(''.join(c['source']) for c in cells)
    return texts


def private_words(root: Path) -> dict[str, Counter]:  # file -> how often it uses which word
    "Files that use a word of the list PRIVATE"
    counts = {name: Counter(w for w in words(text) if w in PRIVATE) for name, text in readers_text(root).items()}
    return {name: c for name, c in counts.items() if c}


def doubles(books: list[Book]) -> dict[str, list[str]]:  # name -> notebooks
    "Public functions and classes that two notebooks define"
    homes = {}
    for b in books:
        for name in {x.name for c in b.cells if c.exported for x in definitions(c)}:
            homes.setdefault(name, []).append(b.name)
    return {n: h for n, h in homes.items() if len(h) > 1}


def open_books(root: Path, wing: str = '') -> list[Book]:
    "Library notebooks in reading order, of one wing or of all"
    return [read_book(p) for w, found in library(root / 'nbs').items() if wing in ('', w) for p in found]


def percent(part: int, whole: int) -> float:
    return round(100 * part / max(whole, 1), 1)


def cell_measures(books: list[Book]) -> dict[str, float]:
    "Lengths of exported cells, functions and notebooks"
    exported = [len(c.lines) for b in books for c in b.cells if c.exported and not c.only_imports]
    total = [sum(len(c.lines) for c in b.cells if c.exported) for b in books]
    return dict(
        median_cell_lines=median(exported),
        cells_over_30_percent=percent(sum(n > 30 for n in exported), len(exported)),
        cells_over_60=sum(n > 60 for n in exported),
        functions_over_30=sum(len(long_functions(b)) for b in books),
        notebooks_over_350_lines=sum(n > 350 for n in total),
    )


def line_measures(books: list[Book]) -> dict[str, float]:
    "Lengths of exported lines; the subtitle becomes the module's docstring, in six quotes"
    lengths = [len(l) for b in books for c in b.cells if c.exported for l in c.lines]
    lengths += [len(b.subtitle) + 6 for b in books]
    return dict(
        p95_line_length=sorted(lengths)[int(0.95 * (len(lengths) - 1))], lines_over_120=sum(n > 120 for n in lengths)
    )


def test_measures(books: list[Book]) -> dict[str, float]:
    "How soon a definition is used, and how many cells assert"
    used, asserting = [u for b in books for u in uses(b)], [t for b in books for t in tests(b)]
    return dict(
        definitions_not_used_soon_percent=percent(sum(not soon for _, soon, _ in used), len(used)),
        definitions_never_tested_percent=percent(sum(not ever for *_, ever in used), len(used)),
        test_cells_without_assertion_percent=percent(asserting.count(False), len(asserting)),
    )


def measure(root: Path = ROOT) -> dict[str, float]:
    "All measures of the whole library"
    books = open_books(root)
    return (
        cell_measures(books)
        | line_measures(books)
        | test_measures(books)
        | dict(
            names_in_two_modules=len(doubles(books)),
            private_words=sum(c.total() for c in private_words(root).values()),
        )
    )


def broken(measures: dict[str, float]) -> dict[str, str]:  # measure -> sentence
    "Measures beyond their limit"
    limits = {k: max(v, STATE.get(k, v)) for k, v in LIMITS.items()}
    return {k: f'{v:g}, allowed {limits[k]:g}' for k, v in measures.items() if v > limits[k]}


def details(books: list[Book]) -> list[str]:
    "Where to look: one line a finding"
    found = []
    for b in books:
        for c in b.cells:
            if c.exported and len(c.lines) > 30 and not c.only_imports:
                found.append(f'{b.name}: a cell of {len(c.lines)} lines, {c.lines[0].strip()[:60]}')
            found += [f'{b.name}: a line of {len(l)}, {l.strip()[:60]}' for l in c.lines if c.exported and len(l) > 120]
        if len(b.subtitle) > 114:
            found.append(f'{b.name}: a subtitle of {len(b.subtitle)} characters')
        found += [f'{b.name}: {name} has {n} lines' for n, name in long_functions(b)]
        found += [f'{b.name}: no test names {name}' for name, _, ever in uses(b) if not ever]
        found += [f'{b.name}: {name} is used late' for name, soon, ever in uses(b) if ever and not soon]
    return found


def main(verbose: bool, wing: str):
    books = open_books(ROOT, wing)
    if verbose:
        print(*details(books), sep='\n')
        print(*(f'{n}: {dict(c)}' for n, c in private_words(ROOT).items() if wing in n), sep='\n')
        print(*(f'{n} is defined in {", ".join(h)}' for n, h in doubles(books).items()), sep='\n')
    measures = cell_measures(books) | line_measures(books) | test_measures(books) if wing else measure()
    for name, value in measures.items():
        print(f'{name:40} {value:8g}   at most {LIMITS[name]:g}{"" if value <= LIMITS[name] else "   !"}')
    return bool(broken(measures))


if __name__ == '__main__':
    names = [a for a in sys.argv[1:] if a != '-v']
    sys.exit(main('-v' in sys.argv, *(names or [''])))
