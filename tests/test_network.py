"""The network that is trained: what is not known adds nothing to its loss."""

from pathlib import Path

import pytest
import torch
from transformers import MPNetConfig, MPNetModel

from training.network import UNKNOWN, Network

IDS = torch.tensor([[0, 5, 6, 2], [0, 7, 2, 1]])
MASK = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])


@pytest.fixture
def network(tmp_path: Path) -> Network:
    torch.manual_seed(0)
    small = MPNetConfig(
        vocab_size=9, hidden_size=8, num_hidden_layers=3, num_attention_heads=2, intermediate_size=8
    )
    MPNetModel(small).save_pretrained(tmp_path)
    return Network(tmp_path, layers=2).eval()


NOTHING = [UNKNOWN, UNKNOWN]
NOWHERE = [[-1, -1], [-1, -1]]
UNLABELLED = {"answers": NOTHING, "affirms": NOTHING, "same": NOTHING, "later": NOTHING, "places": NOWHERE}


def loss(network: Network, **known: list[float] | list[list[int]]) -> float:
    labels = {name: torch.tensor(each) for name, each in (UNLABELLED | known).items()}
    return float(network(IDS, MASK, **labels)["loss"].detach())


def test_only_the_first_layers_are_kept_and_the_words_are_not_trained(network: Network) -> None:
    assert len(network.encoder.encoder.layer) == 2
    assert not any(each.requires_grad for each in network.encoder.embeddings.parameters())


def test_what_is_not_known_adds_nothing(network: Network) -> None:
    assert loss(network) == 0.0


@pytest.mark.parametrize(
    "known",
    [
        {"answers": [1.0, UNKNOWN]},
        {"affirms": [UNKNOWN, 0.5]},
        {"same": [UNKNOWN, 0.0]},
        {"later": [1.0, UNKNOWN]},
        {"places": [[1, 2], [-1, -1]]},
        {"places": [[-1, -1], [0, 0]]},
    ],
)
def test_each_task_is_learned_where_it_is_known(network: Network, known: dict[str, list[float]]) -> None:
    assert loss(network, **known) > 0.0


def test_an_answer_weighs_more_than_a_miss(network: Network) -> None:
    with torch.inference_mode():
        logit = network.logits(IDS, MASK)[0][0, 0]
    told = loss(network, answers=[1.0, UNKNOWN])
    assert told == pytest.approx(1.5 * float(torch.nn.functional.softplus(-logit)) / 2, rel=1e-5)


def test_padding_is_never_marked(network: Network) -> None:
    with torch.inference_mode():
        network.spans.weight.zero_()
        network.spans.bias.zero_()
    told = loss(network, places=[[-1, -1], [0, 0]])
    assert told == pytest.approx(0.7 * float(torch.tensor(3.0).log()) / 2, rel=1e-4)  # one of three pieces
