"""zhengmai review: a person's judgement on a link, kept in a plain file beside the sources."""

from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click

from builder.cli.options import graph_option
from builder.cli.printing import note
from builder.errors import GraphError
from builder.model.lineage import Link, Relation
from builder.model.review import Review, Verdict
from builder.store import graph as store

__all__ = ["COMMANDS"]


@click.command()
@click.argument("verdict", type=click.Choice(get_args(Verdict)))
@click.argument("link")
@graph_option
@click.option(
    "--sources",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("seeds"),
    show_default=True,
    help="The source folder whose reviews.csv takes the decision.",
)
@click.option("--who", required=True, help="Who judges.")
@click.option("--why", default="", help="Why.")
@click.option("--when", help="ISO date; today where it is left out.")
@click.option("--relation", type=click.Choice(get_args(Relation)), help="What relabel makes of it.")
def review(
    verdict: Verdict,
    link: str,
    graph: Path,
    sources: Path,
    who: str,
    why: str,
    when: str | None,
    relation: Relation | None,
) -> None:
    """Accept, reject, relabel or note LINK; the next build applies the decision."""
    from builder.ingest.reviews import REVIEWS_FILE, append_review
    from builder.lineage.review import evidence_hash

    if (verdict == "relabel") != bool(relation):
        raise click.UsageError("--relation goes with relabel, and relabel with --relation")
    with store.reading(graph) as opened:
        found = _link(opened, link)
        words = (
            opened.words(found.lower_document, found.lower),
            opened.words(found.upper_document, found.upper),
        )
    decision = Review(
        link=found.id,
        verdict=verdict,
        relation=relation,
        who=who,
        when=when or datetime.now(UTC).date().isoformat(),
        why=why,
        evidence=evidence_hash(*words),
    )
    append_review(sources / REVIEWS_FILE, decision)
    click.echo(sources / REVIEWS_FILE)
    note(f"build again to apply it: zhengmai build {sources} --out {graph}")


def _link(graph: store.Graph, key: str) -> Link:
    wanted = key.removeprefix(graph.manifest["base"]).removeprefix("link/")
    links = (link for pair in graph.lineage().pairs for link in pair.links)
    found = next((link for link in links if link.id == wanted), None)
    if found is None:
        raise GraphError(f"no link {key} in this graph; zhengmai query lineage lists them")
    return found


COMMANDS = (review,)
