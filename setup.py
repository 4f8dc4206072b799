"Packaging facts come from settings.ini; name, description and Python version from pyproject.toml"
from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup

cfg = ConfigParser(delimiters=['='], interpolation=None)
cfg.read(Path(__file__).parent / 'settings.ini', encoding='utf-8')
cfg = cfg['DEFAULT']

setup(
    author=cfg['author'], author_email=cfg['author_email'], keywords=cfg['keywords'].split(),
    packages=find_packages(include=[f"{cfg['lib_path']}*"]), include_package_data=True,
    install_requires=cfg['requirements'].split(),
    extras_require=dict(dev=cfg['dev_requirements'].split(), mpr=cfg['mpr_requirements'].split()),
    entry_points=dict(console_scripts=cfg['console_scripts'].split()),
)
