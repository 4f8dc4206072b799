"Render the README's pictures from the reports of the quickstart: make pictures"
import sys
from pathlib import Path

from battery_nb import core
from battery_nb.apps.browser import no_browser, open_page

IMAGES = Path(__file__).resolve().parents[1]/'nbs'/'images'
PICTURES = dict(space=('spme_generate', 'cpu', 2), overview=('cells_overview', 'simulated', 0), forecast=('forecast_train', 'simulated', 3), scores=('forecast_train', 'simulated', 1))

def main():
    if why := no_browser(): sys.exit(why)
    IMAGES.mkdir(exist_ok=True)
    for name, (workflow, run, chart) in PICTURES.items():
        report = core.folder('reports')/workflow/run/'report.html'
        if not report.exists(): sys.exit(f'{report} is missing; run make quickstart first')
        show = f"() => window.scrollBy(0, document.querySelectorAll('.js-plotly-plot')[{chart}].getBoundingClientRect().top - 20)"
        facts = open_page(report, IMAGES/f'{name}.png', show, width=1000, height=620)
        print(IMAGES/f'{name}.png', facts['charts'], 'charts')

if __name__ == '__main__': main()
