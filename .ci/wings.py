"The wings of the house in reading order: a module imports only from earlier wings, or from lower numbers of its own."

from pathlib import Path

WINGS = {
    'core': 'Folders, runs, errors',
    'parallel': 'Jobs in processes',
    'data': 'Data',
    'stats': 'Scores and intervals',
    'nn': 'Networks and training',
    'search': 'Hyper-parameter search',
    'simulation': 'Simulation',
    'cell_models': 'Models of one cell',
    'soc': 'State of charge',
    'forecasting': 'Forecasting',
    'defects': 'Defects',
    'plots': 'Plots',
    'apps': 'Running and exploring',
    'testing': 'Browser tests',
}
TASKS = {'soc', 'forecasting', 'defects'}  # these never import each other


def library(nbs: Path) -> dict[str, list[Path]]:  # folder of the notebooks -> wing -> its notebooks in reading order
    "Library notebooks by wing"
    top = {p.stem.split('_', 1)[1]: p for p in nbs.glob('[0-9]*.ipynb')}
    return {w: [top[w]] if w in top else sorted((nbs / w).glob('[0-9]*.ipynb')) for w in WINGS}
