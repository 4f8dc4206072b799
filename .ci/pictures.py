"Render the README's pictures from the reports of the quickstart, the gallery and the explorers: make pictures"

import sys
from pathlib import Path

from battery_nb import core
from battery_nb.testing.browser import no_browser, open_page
from battery_nb.apps.gallery import render_index
from battery_nb.testing.jupyterlab import drive

from picture_of_wings import draw

IMAGES = Path(__file__).resolve().parents[1] / 'nbs' / 'images'
PICTURES = dict(space=('spme_generate', 'cpu', 2))  # picture -> workflow, run, which chart
CLIP = """() => {
  const b = document.querySelector('.battery-explorer').getBoundingClientRect();
  return {x: b.x - 8, y: b.y - 4, width: b.width + 16, height: Math.min(b.height + 8, 1060)};
}"""


def explorer(page, name, before):
    "An explorer as a person sees it"
    page.wait_for_selector('.battery-chart[data-drawn]')
    page.evaluate("() => document.querySelector('.battery-explorer').scrollIntoView()")
    before(page)
    page.wait_for_timeout(2500)
    page.screenshot(path=str(IMAGES / f'{name}.png'), clip=page.evaluate(CLIP))


def ask_harder(page):
    page.locator('.widget-dropdown', has_text='recording').locator('select').select_option(index=0)
    page.locator('.widget-toggle-button', has_text='both').click()


def look_why(page):
    page.locator('.widget-toggle-button', has_text='whole charges').click()
    page.locator('.widget-toggle-button', has_text='one window or charge').click()
    page.wait_for_function("() => document.body.innerText.includes('the evidence lies')")


def main():
    if why := no_browser():
        sys.exit(why)
    IMAGES.mkdir(exist_ok=True)
    core.write_text(IMAGES / 'wings.svg', draw(core.folder('nbs')))
    print(IMAGES / 'wings.svg')
    for name, (workflow, run, chart) in PICTURES.items():
        report = core.folder('reports') / workflow / run / 'report.html'
        if not report.exists():
            sys.exit(f'{report} is missing; run make quickstart first')
        show = f"() => window.scrollBy(0, document.querySelectorAll('.js-plotly-plot')[{chart}].getBoundingClientRect().top - 20)"
        facts = open_page(report, IMAGES / f'{name}.png', show, width=1000, height=620)
        print(IMAGES / f'{name}.png', facts['charts'], 'charts')
    open_page(render_index(), IMAGES / 'gallery.png', width=1340, height=680)
    print(IMAGES / 'gallery.png')
    books = core.folder('nbs') / 'explore'
    for name, book, before in (
        ('explore_cells', 'cells', lambda page: None),
        ('explore_forecasts', 'forecasts', ask_harder),
        ('explore_defects', 'defects', look_why),
    ):
        drive(
            books / f'{book}.ipynb',
            lambda page, name=name, before=before: explorer(page, name, before),
            width=1150,
            height=1150,
        )
        print(IMAGES / f'{name}.png')


if __name__ == '__main__':
    main()
