"""任务: tasks with their measures, places, deadlines and who is responsible."""

from collections.abc import Iterator

from builder.model.record import Measure, Record, Responsibility, Task
from builder.rdf import namespace as zm
from builder.rdf.emit.times import due
from builder.rdf.names import DocumentNames, concept
from builder.rdf.quads import Quads

__all__ = ["defaults", "tasks"]

PLAIN_EDGES = {
    "lead": zm.LEAD_AGENCY,
    "support": zm.SUPPORT_AGENCY,
    "responsible": zm.RESPONSIBLE_AGENCY,
}


def tasks(quads: Quads, names: DocumentNames, record: Record) -> None:
    """Write the tasks of a document and all that belongs to each."""
    for task in record.tasks:
        _task(quads, names, task)
        for measure in task.measures:
            _measure(quads, names, measure)
    _responsibilities(quads, names, record)


def defaults(quads: Quads, names: DocumentNames, record: Record) -> None:
    """Write the rules that make actors responsible for the rest of the document."""
    subjects = _subjects(names, record)
    for default in record.mentions.default_responsibilities:
        me = names.of("default-responsibility", f"{default.span.start}-{default.span.end}")
        quads.add(names.document, zm.HAS_DEFAULT_RESPONSIBILITY, me)
        quads.add(me, zm.RDF_TYPE, zm.DefaultResponsibility)
        quads.strings(me, zm.ACTOR, default.actors)
        quads.add_all(me, zm.APPLIES_TO, (subjects[at] for at in default.scope if at in subjects))
        if default.at in subjects:
            quads.add(me, zm.STATED_IN, names.provision(default.at))
        quads.string(me, zm.RULE, default.rule)
        quads.add(me, zm.EVIDENCE, names.evidence(default.span))


def _task(quads: Quads, names: DocumentNames, task: Task) -> None:
    me = names.task(task.id)
    quads.add(names.document, zm.HAS_TASK, me)
    quads.add(me, zm.RDF_TYPE, zm.Task)
    quads.tagged(me, zm.RDFS_LABEL, task.heading)
    quads.string(me, zm.HEADING, task.heading)
    quads.add(me, zm.TASK_ROLE, concept("provision-role", task.role))
    quads.add(me, zm.STATED_IN, names.provision(task.id))
    quads.add(me, zm.EVIDENCE, names.evidence(task.span))
    quads.string(me, zm.DEADLINE, task.deadline)
    quads.add(me, zm.DUE, due(names.names, task.deadline))
    if task.deadline_span is not None:
        quads.add(me, zm.DEADLINE_EVIDENCE, names.evidence(task.deadline_span))
    for mention in task.place_mentions:
        quads.add(me, zm.CONCERNS_PLACE, names.names.place(mention.place))


def _measure(quads: Quads, names: DocumentNames, measure: Measure) -> None:
    me = names.numbered("measure", measure.provision, measure.number)
    quads.add(names.task(measure.provision), zm.HAS_MEASURE, me)
    quads.add(me, zm.RDF_TYPE, zm.Measure)
    quads.integer(me, zm.ORDER, measure.number)
    quads.string(me, zm.TEXT, measure.text)
    quads.string(me, zm.ACTION, measure.action)
    quads.integer(me, zm.ACTION_START, measure.action_span.start)
    quads.integer(me, zm.ACTION_END, measure.action_span.end)
    quads.add(me, zm.FORCE, concept("force", measure.force))
    quads.string(me, zm.FORCE_WORD, measure.force_word)
    quads.strings(me, zm.QUALIFIER, measure.qualifiers)
    quads.add(me, zm.STATED_IN, names.provision(measure.provision))
    quads.string(me, zm.RULE, measure.rule)
    quads.add(me, zm.EVIDENCE, names.evidence(measure.span))


def _responsibilities(quads: Quads, names: DocumentNames, record: Record) -> None:
    subjects = _subjects(names, record)
    from_rule = {
        (default.rule, provision): names.of(
            "default-responsibility", f"{default.span.start}-{default.span.end}"
        )
        for default in record.mentions.default_responsibilities
        for provision in default.scope
    }
    for responsibility, me in _named(names, record):
        subject = subjects.get(responsibility.provision)
        if subject is None:
            continue
        quads.add(subject, zm.HAS_RESPONSIBILITY, me)
        _responsibility(quads, names, subject, me, responsibility)
        if responsibility.inferred:
            of = (responsibility.rule, responsibility.provision)
            quads.add(me, zm.FROM_DEFAULT, from_rule.get(of))


def _responsibility(
    quads: Quads, names: DocumentNames, subject: str, me: str, responsibility: Responsibility
) -> None:
    quads.add(me, zm.RDF_TYPE, zm.Responsibility)
    if responsibility.agency_key is None:
        actor = names.names.generic_actor(responsibility.agency)
        quads.add(me, zm.GENERIC_ACTOR, actor)
    else:
        agency = names.names.agency(responsibility.agency_key)
        quads.add(me, zm.AGENCY, agency)
        quads.add(subject, PLAIN_EDGES[responsibility.role], agency)
    quads.add(me, zm.ROLE, concept("role", responsibility.role))
    quads.string(me, zm.ROLE_AS_PRINTED, responsibility.role_as_printed)
    quads.integer(me, zm.ORDER, responsibility.order)
    quads.string(me, zm.AS_WRITTEN, responsibility.as_written)
    quads.boolean(me, zm.INFERRED, responsibility.inferred)
    quads.string(me, zm.RULE, responsibility.rule)
    quads.add(me, zm.EVIDENCE, names.evidence(responsibility.span))


def _named(names: DocumentNames, record: Record) -> Iterator[tuple[Responsibility, str]]:
    """Give each responsibility with its IRI; one that is printed twice gets its ordinal."""
    of_tasks = (r for task in record.tasks for r in task.responsibilities)
    seen: dict[tuple[str, ...], int] = {}
    for responsibility in dict.fromkeys((*record.mentions.responsibilities, *of_tasks)):
        path = (
            responsibility.provision,
            responsibility.role,
            responsibility.agency_key or responsibility.agency,
        )
        seen[path] = seen.get(path, 0) + 1
        again = (str(seen[path]),) if seen[path] > 1 else ()
        yield responsibility, names.of("responsibility", *path, *again)


def _subjects(names: DocumentNames, record: Record) -> dict[str, str]:
    """Give, by provision id, what has responsibilities: the task, else the provision."""
    found = {provision.id: names.provision(provision.id) for provision in record.provisions}
    return found | {task.id: names.task(task.id) for task in record.tasks}
