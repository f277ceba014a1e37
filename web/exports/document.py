"""An answer as a Word document."""

from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from assistant.answer import Answer, Citation, Position
from assistant.rendering.escaping import plain
from assistant.rendering.wording import VERDICTS, deed, difference, excerpt, nearest, origin, speaker
from web.report import link


def document(answer: Answer, site: str) -> bytes:
    """Return the answer as DOCX; links lead to the reports on `site`, which ends with a slash."""
    file = docx.Document()
    file.core_properties.title = plain(answer.question)[:255]
    file.core_properties.author = "Says Who"
    file.add_heading(plain(answer.question), level=1)
    file.add_paragraph().add_run(VERDICTS[answer.verdict]).bold = True
    file.add_paragraph(plain(answer.summary))
    for number, position in enumerate(answer.positions, 1):
        _position(file, number, position, site)
    _differences(file, answer)
    _nearest(file, answer)
    written = BytesIO()
    file.save(written)
    return written.getvalue()


def _position(file: Document, number: int, position: Position, site: str) -> None:
    file.add_heading(f"{number}. {plain(position.label)}", level=2)
    for citation in position.citations:
        said = file.add_paragraph()
        said.add_run(plain(speaker(citation.statement.source))).bold = True
        said.add_run(f", {deed(citation)}:")
        file.add_paragraph(f"“{plain(citation.quote)}”", style="Quote")
        _reference(file.add_paragraph(), citation, site)


def _differences(file: Document, answer: Answer) -> None:
    if answer.conflicts:
        file.add_heading("Where they differ", level=2)
    for conflict in answer.conflicts:
        file.add_paragraph(plain(difference(conflict)), style="List Bullet")


def _nearest(file: Document, answer: Answer) -> None:
    found = nearest(answer)
    if found:
        file.add_heading("Nearest passages", level=2)
    for hit in found:
        file.add_paragraph(f"“{plain(excerpt(hit))}”", style="Quote")


def _reference(paragraph: Paragraph, citation: Citation, site: str) -> None:
    """Add the number of a citation, linked, and where it stands: python-docx writes no links itself."""
    target = paragraph.part.relate_to(link(citation, site), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), target)
    run = paragraph.add_run(f"[{citation.marker}]")
    run.underline = True
    hyperlink.append(run._r)
    paragraph._p.append(hyperlink)
    paragraph.add_run(f" {plain(origin(citation))}")
