"""zhengmai build: sources in, a graph folder out.

The pipeline is imported where it is used: its stages load numpy and dictionaries, which the
commands that only read a graph need not wait for.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from builder.cli.printing import note, plain, progress_shown, say_findings
from builder.model.finding import Finding
from builder.rdf.names import BASE

__all__ = ["COMMANDS"]

SEVERITIES = ("violation", "warning", "info")


@click.command()
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("graph"),
    show_default=True,
    help="The graph folder to write.",
)
@click.option("--base", default=BASE, show_default=True, help="IRI that data begin with.")
@click.option(
    "--jobs", type=click.IntRange(min=0), default=0, help="Processes; 0 takes one a core."
)
@click.option(
    "--expected",
    type=click.Path(path_type=Path),
    help="CSV of documents that ought to exist: upper,title,doc_number,level,jurisdiction,issuer.",
)
@click.option(
    "--embedding",
    type=click.Path(path_type=Path),
    help="Folder of an embedding model of your own: tasks alike in meaning are proposed too.",
)
@click.option(
    "--keep-unfit", is_flag=True, help="Take copies that are censored or reworded as well."
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="violation",
    show_default=True,
    help="Exit 1 where a finding is at least this bad.",
)
def build(
    sources: tuple[Path, ...],
    out: Path,
    base: str,
    jobs: int,
    expected: Path | None,
    embedding: Path | None,
    keep_unfit: bool,
    fail_on: str,
) -> None:
    """Build a graph from files and folders (default: seeds/)."""
    from builder import pipeline
    from builder.pipeline.embedding import found
    from builder.pipeline.expected import read_expected

    with progress_shown() as progress:
        built = pipeline.build(
            sources or (Path("seeds"),),
            out,
            base=base,
            jobs=jobs,
            expected=read_expected(expected) if expected else (),
            embedding=found(embedding) if embedding else None,
            keep_unfit=keep_unfit,
            progress=progress,
        )
    _say(built.manifest, built.findings, out)
    click.echo(built.folder)
    raise SystemExit(fails(built.findings, fail_on))


def fails(findings: tuple[Finding, ...], fail_on: str) -> int:
    """Give the exit code: 1 where a finding is at or above ``fail_on``."""
    if fail_on == "never":
        return 0
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return int(any(finding.severity in bad for finding in findings))


def _say(manifest: dict[str, Any], findings: tuple[Finding, ...], out: Path) -> None:
    for refused in manifest["refused"]:
        note(f"refused {plain(refused['source'])}")
        for reason in refused["reasons"]:
            note(f"  {plain(reason['en'])}")
            note(f"    -> {plain(reason['next_en'])}")
    say_findings([finding for finding in findings if finding.code == MISSING])
    counts = manifest["counts"]
    note(
        f"{counts['in']} in = {counts['built']} built + {counts['refused']} refused; "
        f"{counts['documents']} documents, {counts['quads']} quads in {out}"
    )
    severe: Counter[str] = Counter(finding.severity for finding in findings)
    said = ", ".join(f"{severe[severity]} {severity}" for severity in SEVERITIES)
    note(f"findings: {said}  (zhengmai findings --graph {out})")


# a path that is not there is neither built nor refused
MISSING = "ingest-missing"
COMMANDS = (build,)
