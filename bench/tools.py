"""What is compared: for each tool the form of the corpus that it checks, its command, and what it keeps apart.

A command is what its manual advises, with what makes it faster and changes nothing of what it checks.
"""

import dataclasses
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CORES = len(os.sched_getaffinity(0))

# Of pytest's plugins only the one that is measured is loaded, and no list of failures is kept for a next run.
PYTEST = ["-m", "pytest", "-q", "-p", "no:cacheprovider"]
PYTEST_ENVIRONMENT = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}

# What a test file of pytest's needs beside the documents.
MKTESTDOCS = """\
import pathlib, pytest
from mktestdocs import check_md_file

@pytest.mark.parametrize("path", sorted(pathlib.Path("docs").rglob("*.md")), ids=str)
def test_file(path):
    check_md_file(fpath=path)
"""
PYTEST_EXAMPLES = """\
import pytest
from pytest_examples import find_examples

@pytest.mark.parametrize("example", find_examples("docs"), ids=str)
def test_example(example, eval_example):
    eval_example.run_print_check(example)
"""
SYBIL = """\
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"]).pytest()
"""


@dataclasses.dataclass
class Tool:
    """One row of the table."""

    name: str
    form: str
    # What it keeps apart: `sandbox`, `process`, `names` or `nothing`; and in words.
    apart: str
    isolation: str
    # Given the documents, relative to the folder in which it runs.
    command: list
    # Where the documents themselves must be named.
    names_files: bool = False
    files: dict = dataclasses.field(default_factory=dict)
    environment: dict = dataclasses.field(default_factory=dict)
    floor: bool = False

    def arguments(self, documents):
        return self.command + ([str(path) for path in documents] if self.names_files else [])


def snipcheck(binary, python):
    def tool(name, form):
        command = [str(binary), "check", "docs", "--python", python]
        isolation = "process, sandbox, no network"
        return Tool(name, form, "sandbox", isolation, command)

    return [tool("snipcheck", "comments"), tool("snipcheck, asserts", "asserts"), tool("snipcheck, transcripts", "transcript")]


def peers(python, byexample):
    """The other tools. `python`: of their environment; `byexample`: that of its own, whose packages are older."""
    pytest = [python, *PYTEST]
    names, one = "none; fresh names for each block", "none; names shared in a document"
    return [
        Tool("doctest", "transcript", "nothing", one, [python, "-m", "doctest"], names_files=True),
        Tool("mktestdocs", "asserts", "names", names, [*pytest, "test_docs.py"],
             files={"test_docs.py": MKTESTDOCS}, environment=PYTEST_ENVIRONMENT),
        Tool("pytest-examples", "prints", "names", names, [*pytest, "-p", "pytest_examples", "test_docs.py"],
             files={"test_docs.py": PYTEST_EXAMPLES}, environment=PYTEST_ENVIRONMENT),
        Tool("pytest-markdown-docs", "asserts", "names", names,
             [*pytest, "-p", "pytest_markdown_docs.plugin", "--markdown-docs", "docs"], environment=PYTEST_ENVIRONMENT),
        Tool("Sybil", "asserts", "nothing", one, [*pytest, "docs"],
             files={"conftest.py": SYBIL}, environment=PYTEST_ENVIRONMENT),
        Tool("byexample", "tagged", "nothing", "one interpreter for a document",
             [str(pathlib.Path(byexample).with_name("byexample")), "-l", "python", "-j", "cpu", "--no-progress-bar"], names_files=True,
             environment={"PATH": f"{pathlib.Path(byexample).parent}:{os.environ.get('PATH', '')}"}),
        Tool("doccmd", "asserts", "process", "process",
             [str(pathlib.Path(python).with_name("doccmd")), "--language", "python", "--no-pad-file", "--no-write-to-file",
              "--example-workers", "0", "--command", f"{python} -I -S", "docs"]),
    ]


def floors(python):
    """What the bare means cost: they run the same blocks and look at nothing but the exit."""
    def floor(how, apart, isolation):
        command = [python, "-I", "-S", str(HERE / "floors.py"), how, "docs"]
        return Tool(f"floor: {how}", "asserts", apart, isolation, command, floor=True)

    rows = [floor("exec", "names", "none; fresh names for each block"), floor("fork", "process", "process")]
    rows.append(floor("python", "process", "process"))
    if works(["bwrap", "--ro-bind", "/", "/", "--unshare-all", "true"]):
        rows.append(floor("bwrap", "sandbox", "process, sandbox, no network"))
    return rows


def works(command):
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


# What must be there for a peer to be measured: a module of its environment, whose version is told.
PACKAGES = {
    "mktestdocs": "mktestdocs", "pytest-examples": "pytest-examples", "pytest-markdown-docs": "pytest-markdown-docs",
    "Sybil": "sybil", "byexample": "byexample", "doccmd": "doccmd",
}


def version(python, package):
    """The version of a package in an environment; none where it is not there."""
    ask = f"import importlib.metadata; print(importlib.metadata.version({package!r}))"
    try:
        answer = subprocess.run([python, "-c", ask], capture_output=True, text=True)
    except OSError:
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None


def environments(folder, install):
    """Paths of the two Pythons that hold the peers, made from the requirements where asked for."""
    found = []
    for name in ("requirements", "requirements-byexample"):
        python = folder / name / "bin" / "python"
        if install and not python.exists():
            subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=True)
            subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", HERE / f"{name}.txt"], check=True)
        found.append(str(python))
    return found


def plain_python():
    """The interpreter on which blocks run."""
    return os.path.realpath(sys.executable) if sys.prefix == sys.base_prefix else shutil.which("python3")
