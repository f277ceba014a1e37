"""LangChain with FAISS: dense search, documents in a pickle."""

import tempfile
from collections.abc import Sequence

from langchain_community.vectorstores import FAISS
from langchain_huggingface import HuggingFaceEmbeddings

from benchmarks.contenders.timing import NEAREST, measure, read_task

if __name__ == "__main__":
    task = read_task()
    embeddings = HuggingFaceEmbeddings(
        model_name=task.model, encode_kwargs={"normalize_embeddings": True, "batch_size": 32}
    )
    store = FAISS.from_texts(["The model is loaded."], embeddings)

    with tempfile.TemporaryDirectory() as folder:

        def _index(texts: Sequence[str]) -> None:
            store.add_texts(texts)
            store.save_local(folder)

        measure(task, _index, lambda question: store.similarity_search(question, NEAREST))
