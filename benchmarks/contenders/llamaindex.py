"""LlamaIndex with FAISS: dense search, nodes in JSON."""

import tempfile
from collections.abc import Sequence

import faiss
from llama_index.core import StorageContext, VectorStoreIndex
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.faiss import FaissVectorStore

from benchmarks.contenders.timing import NEAREST, measure, read_task

if __name__ == "__main__":
    task = read_task()
    model = HuggingFaceEmbedding(model_name=task.model, embed_batch_size=32)
    model.get_text_embedding("The model is loaded.")
    vectors = FaissVectorStore(faiss_index=faiss.IndexFlatIP(384))
    context = StorageContext.from_defaults(vector_store=vectors)
    made = VectorStoreIndex([], storage_context=context, embed_model=model)
    retriever = made.as_retriever(similarity_top_k=NEAREST)

    with tempfile.TemporaryDirectory() as folder:

        def _index(texts: Sequence[str]) -> None:
            made.insert_nodes([TextNode(text=text) for text in texts])
            context.persist(folder)

        measure(task, _index, retriever.retrieve)
