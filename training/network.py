"""The network of the packaged model, as it is trained: an encoder and its outputs for three tasks."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

_WEIGHT = 1.5
"""What an answer, the fewer, weighs against a miss."""

_YES, _SPAN = 2.0, 0.7
"""What the losses of yes or no and of marked words weigh against that of answering."""

UNKNOWN = -1.0
"""The label of what is not known."""

_NOWHERE = -1e4


class Network(nn.Module):
    """An encoder, cut to its first layers, with logits for answering, for yes, and for each word piece."""

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
        self.hidden, self.outputs, self.spans = nn.Linear(size, size), nn.Linear(size, 2), nn.Linear(size, 2)
        self.dropout = nn.Dropout(0.1)
        for layer in (self.hidden, self.outputs, self.spans):
            nn.init.normal_(layer.weight, std=0.02)
            nn.init.zeros_(layer.bias)

    def logits(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return answering and yes (rows, 2), and start and end of each piece (rows, pieces, 2)."""
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
    ) -> dict[str, Tensor]:
        """Return the loss for labels, each UNKNOWN where it is not known.

        answers, affirms: (rows,), 0 to 1. places: (rows, 2), first and last piece of the words that answer.
        """
        told, pieces = (each.float() for each in self.logits(input_ids, attention_mask))
        answering = binary_cross_entropy_with_logits(
            told[:, 0], answers.clamp(min=0), reduction="none", pos_weight=torch.tensor(_WEIGHT)
        )
        saying = binary_cross_entropy_with_logits(told[:, 1], affirms.clamp(min=0), reduction="none")
        there = pieces.masked_fill(attention_mask[..., None] == 0, _NOWHERE)
        marking = cross_entropy(there, places.clamp(min=0), reduction="none").mean(dim=1)
        loss = answering[answers != UNKNOWN].sum() + _YES * saying[affirms != UNKNOWN].sum()
        loss = loss + _SPAN * marking[places[:, 0] != UNKNOWN].sum()
        return {"loss": loss / len(answers)}
