"""Read the released int8 weights back into 32 bits, so that training can go on from them: `python -m training.recover --out FILE`.

The file holds {"network": state of training.model.Network, "branch": state of training.mention_model.Branch}. Exporting it again gives
the released model up to rounding.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from rapporteur.reading.encoder import MODEL, PARAMETERS, WEIGHTS
from training.export import HEAD_NAMES
from training.model import POSITIONS, WIDTH

_LAYER = ("qkv", "attended", "up", "down")


def _constants(path: Path) -> dict[str, np.ndarray]:
    return {c.name: numpy_helper.to_array(c) for c in onnx.load(path).graph.initializer}


def _matrix(constants: dict[str, np.ndarray], name: str) -> torch.Tensor:
    """A linear layer's weight (outputs x inputs) from its int8 columns."""
    scaled = constants[f"{name}_quantized"].astype(np.float32) * constants[f"{name}_scale"].astype(np.float32)
    return torch.from_numpy(np.ascontiguousarray(scaled.T))


def _layers(constants: dict[str, np.ndarray], prefix: str, count: int) -> dict[str, torch.Tensor]:
    state = {}
    for i in range(count):
        at = f"{prefix}layers.{i}."
        for part in _LAYER:
            state[f"{at}{part}.weight"] = _matrix(constants, f"{at}{part}.weight")
            state[f"{at}{part}.bias"] = torch.from_numpy(constants[f"{at}{part}.bias"].copy())
        for norm in ("norm1", "norm2"):
            for side in ("weight", "bias"):
                state[f"{at}{norm}.{side}"] = torch.from_numpy(constants[f"{at}{norm}.{side}"].copy())
    return state


def network_state(constants: dict[str, np.ndarray], parameters: dict) -> dict[str, torch.Tensor]:
    """The state of the whole network, attribution heads and CRFs included."""
    words = constants["words.int8"].astype(np.float32) * constants["words.scale"]
    positions = np.zeros((POSITIONS, WIDTH), np.float32)
    positions[: len(constants["positions"])] = constants["positions"]
    state = {"words.weight": torch.from_numpy(words), "positions.weight": torch.from_numpy(positions)}
    for i in range(4):
        state[f"features.{i}.weight"] = torch.from_numpy(constants[f"features.{i}.weight"].copy())
    for side in ("weight", "bias"):
        state[f"norm.{side}"] = torch.from_numpy(constants[f"norm.{side}"].copy())
    state |= _layers(constants, "", 6)
    cuts = np.cumsum(constants["heads.sizes"])[:-1]
    for name, weight, bias in zip(HEAD_NAMES, np.split(constants["heads.weight"].T, cuts), np.split(constants["heads.bias"], cuts), strict=True):
        state[f"{name}.weight"], state[f"{name}.bias"] = torch.from_numpy(weight.copy()), torch.from_numpy(bias.copy())
    state = {f"reader.{k}": v for k, v in state.items()}
    for chain in ("outer", "inner"):
        state |= {f"crf_{chain}.{k}": torch.tensor(parameters[chain][k]) for k in ("pair", "first", "last")}
    return state


def branch_state(constants: dict[str, np.ndarray], pairs: dict) -> dict[str, torch.Tensor]:
    """The state of the branch of mentions with its pair network."""
    state = {"narrow.weight": _matrix(constants, "branch.narrow.weight"), "heads.weight": _matrix(constants, "branch.heads.weight")}
    for name in ("narrow.bias", "heads.bias", "norm.weight", "norm.bias"):
        state[name] = torch.from_numpy(constants[f"branch.{name}"].copy())
    state |= {k.removeprefix("branch."): v for k, v in _layers(constants, "branch.", 1).items()}
    for ours, theirs in (("later.weight", "later"), ("earlier.weight", "earlier"), ("both.weight", "pair")):
        state[f"pair.{ours}"] = torch.tensor(pairs[theirs]).T.contiguous()
    state["pair.both.bias"] = torch.tensor(pairs["bias"])
    state["pair.out.weight"], state["pair.out.bias"] = torch.tensor(pairs["out"])[None], torch.tensor([pairs["constant"]])
    return state


def recover(weights: Path = WEIGHTS) -> dict[str, dict[str, torch.Tensor]]:
    """Both states of the weights in a folder."""
    constants, parameters = _constants(weights / MODEL), json.loads((weights / PARAMETERS).read_text("utf-8"))
    return {"network": network_state(constants, parameters), "branch": branch_state(constants, parameters["pairs"])}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    torch.save(recover(), parser.parse_args().out)


if __name__ == "__main__":
    main()
