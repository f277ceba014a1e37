"""The statements of an index that deny something."""

from index.database import Database

DENYING = """
    SELECT s.id FROM statements s JOIN passages p ON p.key = s.passage JOIN articles a ON a.key = p.article
    WHERE s.form != 'narration' AND s.embedding IS NOT NULL
        AND (s.stance = 'denies' OR s.content LIKE '% not %'
        OR s.content LIKE '% no %' OR s.content LIKE 'no %'
        OR s.content LIKE '% never %' OR s.content LIKE '%n''t %')
    ORDER BY a.published DESC, s.key LIMIT ?"""


def denials(database: Database, limit: int) -> list[str]:
    """Return the ids of statements that deny, or may hold a negation: those of the latest articles first.

    Those that an index of format 1 holds without an embedding are left out.
    """
    with database.reading() as connection:
        return [name for (name,) in connection.execute(DENYING, (limit,))]
