"""Packed linear layers give what those they replace give."""

import pytest
import torch
from torch import Tensor, nn

from index.packing import BLOCK, PackedLinear, pack


@pytest.mark.parametrize("shape", [(1, 6), (8, 6), (3, 5, 6), (2, 2, 2, 6), (BLOCK, 6), (2 * BLOCK + 3, 6)])
@pytest.mark.parametrize("bias", [True, False])
def test_a_packed_layer_multiplies_alike(shape: tuple[int, ...], bias: bool) -> None:
    layer, rows = nn.Linear(6, 4, bias=bias), torch.randn(shape)
    with torch.inference_mode():
        torch.testing.assert_close(PackedLinear(layer)(rows), layer(rows))


class Model(nn.Module):
    """Layers of several kinds, one within another."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.norm = nn.Linear(6, 6), nn.LayerNorm(6)
        self.inner = nn.Sequential(nn.Linear(6, 6), nn.GELU())
        self.short = nn.Linear(6, 6, dtype=torch.bfloat16)

    def forward(self, rows: Tensor) -> Tensor:
        """Apply all layers."""
        inner = self.inner(self.norm(self.first(rows)))
        return torch.as_tensor(self.short(inner.bfloat16()))


def test_the_layers_of_a_model_are_packed_but_those_in_half_precision() -> None:
    model, rows = Model(), torch.randn(5, 6)
    with torch.inference_mode():
        before = model(rows)
        pack(model)
        torch.testing.assert_close(model(rows), before)
    assert isinstance(model.first, PackedLinear)
    assert isinstance(model.inner[0], PackedLinear)
    assert not isinstance(model.short, PackedLinear)
