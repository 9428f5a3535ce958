"""Wheel, sdist, editable install and checkout all find ontology/ and queries/.

The clean environment borrows the dependencies of this one (a path file), but not zhengmai:
``.ci/run`` does the same with everything installed anew.
"""

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIND = (
    "from builder.resources import ontology_dir, queries_dir;"
    "print(ontology_dir() / 'core.ttl', next(queries_dir().glob('*.rq')))"
)
pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    target = tmp_path_factory.mktemp("dist")
    command = ["-m", "build", "--no-isolation", "--sdist", "--wheel", "--outdir", str(target)]
    _run(sys.executable, *command, str(ROOT), cwd=target)
    return {"sdist": next(target.glob("*.tar.gz")), "wheel": next(target.glob("*.whl"))}


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """Give the python of an environment that has our dependencies but not zhengmai."""
    folder = tmp_path / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    own = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path)
    Path(own.strip(), "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def test_an_installed_wheel_works_outside_the_checkout(
    archives: dict[str, Path], clean: Path, tmp_path: Path
) -> None:
    """The wheel alone finds its resources, builds a graph and answers a query."""
    _install(clean, archives["wheel"], cwd=tmp_path)
    found = _run(clean, "-c", FIND, cwd=tmp_path)
    assert "_resources/ontology/core.ttl" in found
    assert str(ROOT) not in found
    command = clean.parent / "zhengmai"
    _run(command, "build", ROOT / "seeds" / "guofa-2024-17.txt", "--out", "g", cwd=tmp_path)
    answer = _run(command, "query", "documents", "--graph", "g", "--format", "csv", cwd=tmp_path)
    assert "国发〔2024〕17号" in answer


def test_an_unpacked_sdist_finds_its_resources(
    archives: dict[str, Path], clean: Path, tmp_path: Path
) -> None:
    """The sdist carries ontology/ and queries/ beside the package, and the tests with it."""
    with tarfile.open(archives["sdist"]) as archive:
        archive.extractall(tmp_path, filter="data")
    folder = next(tmp_path.glob("zhengmai-*"))
    assert str(folder) in _run(clean, "-c", FIND, cwd=folder)
    assert (folder / "tests").is_dir()
    assert (folder / "seeds" / "guofa-2024-17.txt").is_file()


def test_an_editable_install_finds_the_checkout(clean: Path, tmp_path: Path) -> None:
    """Installed with -e, resources are those of the checkout."""
    _install(clean, "--no-build-isolation", "-e", ROOT, cwd=tmp_path)
    assert str(ROOT / "ontology" / "core.ttl") in _run(clean, "-c", FIND, cwd=tmp_path)


def test_a_checkout_finds_its_own(tmp_path: Path) -> None:
    """Run from the checkout without any install, resources are beside the package."""
    assert str(ROOT / "ontology" / "core.ttl") in _run(sys.executable, "-c", FIND, cwd=ROOT)


def test_the_wheel_carries_all_data(archives: dict[str, Path]) -> None:
    """Every ontology, query and data file of the checkout is in the wheel."""
    names = set(zipfile.ZipFile(archives["wheel"]).namelist())
    for folder, inside in (
        ("ontology", "builder/_resources/ontology"),
        ("queries", "builder/_resources/queries"),
        ("builder/data", "builder/data"),
    ):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" in names


def _install(python: Path, *what: object, cwd: Path) -> None:
    command = [
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    ]
    _run(sys.executable, *command, *what, cwd=cwd)


def _run(*command: object, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
