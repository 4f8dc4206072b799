"The wings of the library as one picture for the README: what builds on what, from left to right and from bottom to top"

from html import escape
from pathlib import Path

from wings import WINGS, library

ROWS = (  # from top to bottom; a wing imports from its own row leftwards, and from rows below
    ('Use', ('apps', 'plots')),
    ('Tasks', ('soc', 'forecasting', 'defects')),
    ('Cells', ('simulation', 'cell_models')),
    ('Methods', ('data', 'stats', 'nn', 'search')),
    ('Base', ('core', 'parallel')),
)
ABOUT = dict(
    apps='command line, reports, gallery, explorers',
    plots='one look for every figure',
    soc='Kalman filters, ensembles, benchmark',
    forecasting='sequence models, surrogates, rollouts',
    defects='masked autoencoder, calibration, packs',
    simulation='batched SPMe, cycler, implanted defects',
    cell_models='circuits, reduced order, cell families',
    data='readers, repair, cycles, splits',
    stats='scores, prediction intervals',
    nn='transformer, Mamba, trainer',
    search='hyperband, importance',
    core='where data and reports lie, how errors speak',
    parallel='progress, time left, errors that name their job',
)
WIDTH, LEFT, HIGH, GAP = 960, 90, 74, 14  # [px]


def box(x: float, y: float, w: float, wing: str, count: int) -> str:
    "One wing: what it is about, its package, and how many notebooks it has"
    many = f'{count} notebook{"" if count == 1 else "s"}'
    lines = ((22, 13.5, 600, '#20242a', WINGS[wing]), (42, 12.5, 400, '#4b5563', ABOUT[wing]))
    text = ''.join(
        f'<text x="{x + 12:.0f}" y="{y + dy}" font-size="{size}" font-weight="{weight}" fill="{tone}">{escape(t)}</text>'
        for dy, size, weight, tone, t in (*lines, (61, 12, 400, '#1f6f8b', f'{wing} · {many}'))
    )
    frame = f'<rect x="{x:.0f}" y="{y}" width="{w:.0f}" height="{HIGH}" rx="8" fill="#f1f6f8" stroke="#b7cdd6"/>'
    return frame + text


def draw(nbs: Path) -> str:  # SVG
    "The picture"
    counts, parts = {w: len(found) for w, found in library(nbs).items()}, []
    height = len(ROWS) * (HIGH + GAP) + GAP
    for k, (label, wings) in enumerate(ROWS):
        y, w = GAP + k * (HIGH + GAP), (WIDTH - LEFT - GAP * len(wings)) / len(wings)
        parts.append(f'<text x="14" y="{y + HIGH / 2 + 5:.0f}" font-size="14" fill="#6b7280">{label}</text>')
        parts += [box(LEFT + j * (w + GAP), y, w, wing, counts[wing]) for j, wing in enumerate(wings)]
    font = 'font-family="system-ui, Segoe UI, Roboto, Helvetica, Arial, sans-serif"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {font} role="img">'
    return '\n'.join([head, f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>', *parts, '</svg>', ''])
