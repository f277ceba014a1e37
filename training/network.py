"""The network of the packaged model, as it is trained: an encoder and its outputs for its tasks."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

_WEIGHT = 1.5
"""What an answer, the fewer, weighs against a miss."""

_YES, _SPAN, _SAME, _LATER = 2.0, 0.7, 1.0, 0.7
"""What the losses of yes or no, of marked words, and of two excerpts weigh against that of answering."""

_OUTPUTS = 4
"""Answering, yes, the same answer, a later one."""

UNKNOWN = -1.0
"""The label of what is not known."""

_NOWHERE = -1e4


class Network(nn.Module):
    """An encoder, cut to its first layers, with logits for an excerpt or two, and for each word piece."""

    def __init__(self, start: Path, layers: int) -> None:
        """Read the encoder of a local folder; the outputs are new."""
        super().__init__()
        from transformers import AutoModel

        self.encoder: Any = AutoModel.from_pretrained(
            str(start), local_files_only=True, dtype="float32", add_pooling_layer=False
        )
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.embeddings.requires_grad_(requires_grad=False)
        size = self.encoder.config.hidden_size
        self.hidden, self.outputs, self.spans = (
            nn.Linear(size, size),
            nn.Linear(size, _OUTPUTS),
            nn.Linear(size, 2),
        )
        self.dropout = nn.Dropout(0.1)
        for layer in (self.hidden, self.outputs, self.spans):
            nn.init.normal_(layer.weight, std=0.02)
            nn.init.zeros_(layer.bias)

    def logits(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return what each row amounts to (rows, 4), and start and end of each piece (rows, pieces, 2).

        Of an excerpt, whether it answers and whether it says yes; of two, whether they give the same answer
        and, if not, whether it changed.
        """
        told = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
        first = self.dropout(torch.tanh(self.hidden(self.dropout(told[:, 0]))))
        return self.outputs(first), self.spans(told)

    def forward(
        self,
        input_ids: Tensor,
        attention_mask: Tensor,
        answers: Tensor,
        affirms: Tensor,
        places: Tensor,
        same: Tensor,
        later: Tensor,
    ) -> dict[str, Tensor]:
        """Return the loss for labels, each UNKNOWN where it is not known.

        answers, affirms, same, later: (rows,), 0 to 1. places: (rows, 2), first and last piece of the words
        that answer.
        """
        told, pieces = (each.float() for each in self.logits(input_ids, attention_mask))
        answering = binary_cross_entropy_with_logits(
            told[:, 0], answers.clamp(min=0), reduction="none", pos_weight=torch.tensor(_WEIGHT)
        )
        there = pieces.masked_fill(attention_mask[..., None] == 0, _NOWHERE)
        marking = cross_entropy(there, places.clamp(min=0), reduction="none").mean(dim=1)
        loss = answering[answers != UNKNOWN].sum() + _SPAN * marking[places[:, 0] != UNKNOWN].sum()
        for output, label, weight in ((1, affirms, _YES), (2, same, _SAME), (3, later, _LATER)):
            loss = loss + weight * _known(told[:, output], label)
        return {"loss": loss / len(answers)}


def _known(logits: Tensor, label: Tensor) -> Tensor:
    """Return the loss of those whose label is known: ()."""
    loss = binary_cross_entropy_with_logits(logits, label.clamp(min=0), reduction="none")
    return loss[label != UNKNOWN].sum()
