"""All tests of the project: library and notebooks agree, style, then every notebook's own tests, two at a time.

    python .ci/test.py [words]           # only notebooks whose path holds one of the words
    python .ci/test.py --long [words]    # the notebooks of nbs/tests/long, which the usual tests leave out

The last line is `N passed, N failed`; the exit status is 0 only when none failed."""

import configparser
import contextlib
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SLOW_FIRST = (
    'tests/runs',
    'simulation/14_',
    'tests/spme',
    'tests/readers',
    'tests/',
    'simulation/03_',
    'apps/10_',
    'simulation/12_',
    'data/33_',
)  # started first, so that no core waits for them at the end
LONG = ('tutorials/gpu_and_cluster',)  # takes minutes; run by --long, as all of nbs/tests/long
os.environ |= dict(
    PLOTLY_RENDERER='plotly_mimetype',
    PYBAMM_DISABLE_TELEMETRY='true',
    OMP_NUM_THREADS='1',
    IN_TEST='1',
    PYTHONUNBUFFERED='1',
)
os.environ['PATH'] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def missing_packages():
    "Developer packages of settings.ini that are not installed, or not in the version that it names"
    from packaging.requirements import Requirement

    cfg = configparser.ConfigParser(delimiters=['='], interpolation=None)
    cfg.read(ROOT / 'settings.ini', encoding='utf-8')
    missing = []
    for needed in map(Requirement, cfg['DEFAULT']['dev_requirements'].split()):
        try:
            found = version(needed.name)
            if not needed.specifier.contains(found, prereleases=True):
                missing.append(f'{needed} (found {found})')
        except PackageNotFoundError:
            missing.append(str(needed))
    return missing


def snapshot():
    files = [
        p
        for d in ('nbs', 'battery_nb')
        for p in (ROOT / d).rglob('*')
        if p.suffix in ('.ipynb', '.py') and '.ipynb_checkpoints' not in p.parts
    ]
    return {p.relative_to(ROOT): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def tool(*command):
    r = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if r.returncode:
        raise AssertionError(f"{' '.join(map(str, command))}\n{r.stdout}{r.stderr}")


def in_step():
    "The library is what the notebooks export, and the notebooks are clean"
    before = snapshot()
    bin = Path(sys.executable).parent
    tool(bin / 'nbdev-export')
    tool(bin / 'nbdev-clean')
    after = snapshot()
    changed = sorted(str(p) for p in before.keys() | after.keys() if before.get(p) != after.get(p))
    assert not changed, 'out of step, now written anew; look at them and commit: ' + ', '.join(changed)


def readme():
    tool(sys.executable, '.ci/readme.py', '--check')


def ruff_check():
    "Style of the library: rules and reasons stand in pyproject.toml"
    tool(Path(sys.executable).parent / 'ruff', 'check', '--quiet', '--output-format', 'concise', 'battery_nb')


def ruff_format():
    "Notebooks are formatted, as `make sync` does it"
    tool(Path(sys.executable).parent / 'ruff', 'format', '--check', '--quiet', 'nbs')


def notebook(path):
    "Run one notebook as nbdev-test does; (passed, what it said, seconds)"
    from nbdev.test import test_nb

    start = time.monotonic()
    os.chdir(ROOT)
    with tempfile.TemporaryFile('w+', encoding='utf-8') as said:  # a real file, since a browser's process inherits it
        sys.__stderr__ = said  # where nbdev writes the traceback
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                ok = bool(test_nb(path, verbose=True)[0])
            except Exception as e:
                ok = False
                print(f'{type(e).__name__}: {e}')
        said.seek(0)
        return ok, said.read(), time.monotonic() - start


def find_books(words, long):
    "Notebooks to run, slow ones first; workflows and explorers are run by nbs/tests"
    books = [
        p
        for p in sorted((ROOT / 'nbs').rglob('*.ipynb'))
        if not {'workflows', 'explore', '.ipynb_checkpoints'} & set(p.parts)
        and ('long' in p.parts or any(w in p.as_posix() for w in LONG)) == long
    ]
    books = [p for p in books if not words or any(w in str(p) for w in words)]
    return sorted(books, key=lambda p: next((k for k, w in enumerate(SLOW_FIRST) if w in p.as_posix()), 99))


def main(words, long=False):
    if missing := missing_packages():
        print(f'developer packages are missing: {", ".join(missing)}; install them with: pip install -e ".[dev]"')
        print('0 passed, 1 failed')
        return True
    failed, passed, start = [], 0, time.monotonic()

    def report(name, ok, said, seconds):
        nonlocal passed
        skipped = sorted({l.strip() for l in said.splitlines() if l.strip().startswith('skipped:')})
        print(
            f"{'passed' if ok else 'FAILED'}  {name}  {seconds:.0f} s" + ''.join(f'\n        {s}' for s in skipped),
            flush=True,
        )
        if ok:
            passed += 1
        else:
            failed.append(name)
            print(said, flush=True)

    if not words and not long:
        for check in (in_step, readme, ruff_check, ruff_format):
            t = time.monotonic()
            try:
                check()
                report(check.__name__, True, '', time.monotonic() - t)
            except AssertionError as e:
                report(check.__name__, False, str(e), time.monotonic() - t)
    books = find_books(words, long)
    with ProcessPoolExecutor(2, max_tasks_per_child=1) as pool:
        jobs = {pool.submit(notebook, p): p for p in books}
        for k, job in enumerate(as_completed(jobs), 1):
            try:
                result = job.result()
            except Exception as e:
                result = (False, f'{type(e).__name__}: {e}', 0)
            report(str(jobs[job].relative_to(ROOT)), *result)
    print(f'{(time.monotonic() - start) / 60:.1f} min')
    if failed:
        print('failed: ' + ', '.join(failed))
    print(f'{passed} passed, {len(failed)} failed')
    return bool(failed or not passed)


if __name__ == '__main__':
    sys.exit(main([a for a in sys.argv[1:] if a != '--long'], '--long' in sys.argv))
