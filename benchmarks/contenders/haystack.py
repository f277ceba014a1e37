"""Haystack with its document store in memory: dense search."""

from collections.abc import Sequence

from haystack import Document
from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

from benchmarks.contenders.timing import NEAREST, measure, read_task

try:  # the module moved in version 3
    from haystack_integrations.components.embedders.sentence_transformers import (
        SentenceTransformersDocumentEmbedder,
        SentenceTransformersTextEmbedder,
    )
except ImportError:
    from haystack.components.embedders import (
        SentenceTransformersDocumentEmbedder,
        SentenceTransformersTextEmbedder,
    )

if __name__ == "__main__":
    task = read_task()
    documents = SentenceTransformersDocumentEmbedder(model=task.model, progress_bar=False, batch_size=32)
    question = SentenceTransformersTextEmbedder(model=task.model, progress_bar=False)
    documents.warm_up()
    question.warm_up()
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    retriever = InMemoryEmbeddingRetriever(store, top_k=NEAREST)

    def _index(texts: Sequence[str]) -> None:
        store.write_documents(documents.run([Document(content=text) for text in texts])["documents"])

    measure(task, _index, lambda text: retriever.run(question.run(text)["embedding"]))
