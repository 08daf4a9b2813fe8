"""Add the branch of mentions to the shipped model: `python -m training.export_mentions BRANCH --out src/rapporteur/reading/weights`.

The branch hangs on hidden states of the encoder, whose nodes stay as they are; an earlier branch is taken out. The network
that weighs pairs is small and goes into reader.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper

from rapporteur.reading.encoder import MODEL, PARAMETERS
from rapporteur.reading.mentions import SIZES
from training.export import EPSILON, GraphWriter, quantise, transformer_layer
from training.mention_model import NARROW, NARROW_HEADS, Branch
from training.mentions import tap_names
from training.model import WIDTH

PREFIX, OUTPUT = "branch.", "mentions"


def build(state: dict[str, torch.Tensor], layers: int, taps: list[str]) -> onnx.ModelProto:
    """The branch as ONNX in 32 bits: hidden states and mask in, one row of heads a piece out."""
    g = GraphWriter({f"reader.{PREFIX}{k}": v for k, v in state.items()})
    g.node("Cast", ["mask"], f"{PREFIX}mask32", to=TensorProto.INT32)
    x = g.node("Concat", taps, f"{PREFIX}taps", axis=-1)
    x = g.node("MatMul", [x, g.weight(f"{PREFIX}narrow.weight", transpose=True)], f"{PREFIX}narrow")
    x = g.node("Add", [x, g.weight(f"{PREFIX}narrow.bias")], f"{PREFIX}narrow.out")
    x = g.node("LayerNormalization", [x, g.weight(f"{PREFIX}norm.weight"), g.weight(f"{PREFIX}norm.bias")], f"{PREFIX}norm.out", axis=-1, epsilon=EPSILON)
    for i in range(layers):
        x = transformer_layer(g, x, f"{PREFIX}layers.{i}.", width=NARROW, heads=NARROW_HEADS, mask=f"{PREFIX}mask32")
    x = g.node("MatMul", [x, g.weight(f"{PREFIX}heads.weight", transpose=True)], f"{PREFIX}heads")
    g.node("Add", [x, g.weight(f"{PREFIX}heads.bias")], OUTPUT)
    inputs = [helper.make_tensor_value_info(t, TensorProto.FLOAT, ["rows", "length", WIDTH]) for t in taps]
    inputs.append(helper.make_tensor_value_info("mask", TensorProto.INT64, ["rows", "length"]))
    outputs = [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["rows", "length", sum(SIZES.values())])]
    graph = helper.make_graph(g.nodes, "branch", inputs, outputs, list(g.constants.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def graft(model: onnx.ModelProto, branch: onnx.ModelProto) -> None:
    """Put the branch into the model in place of any that it has."""
    graph = model.graph
    kept = [n for n in graph.node if not n.output[0].startswith(PREFIX) and OUTPUT not in n.output]
    weights = [w for w in graph.initializer if not w.name.startswith(PREFIX)]
    outputs = [o for o in graph.output if o.name != OUTPUT]
    for part, whole in ((graph.node, [*kept, *branch.graph.node]), (graph.initializer, [*weights, *branch.graph.initializer]), (graph.output, [*outputs, *branch.graph.output])):
        del part[:]
        part.extend(whole)


def export(checkpoint: Path, out: Path) -> None:
    """Write reader.onnx and reader.json anew in `out`."""
    saved = torch.load(checkpoint, map_location="cpu")
    branch = Branch(saved["layers"], 0.0, len(saved["taps"]))
    branch.load_state_dict(saved["branch"])
    model = onnx.load(out / MODEL)
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "branch.onnx"
        state = {k: v for k, v in saved["branch"].items() if not k.startswith("pair.")}
        quantise(build(state, saved["layers"], tap_names(saved["taps"])), small)
        graft(model, onnx.load(small))
    onnx.checker.check_model(model)
    (out / MODEL).write_bytes(model.SerializeToString(deterministic=True))
    parameters = json.loads((out / PARAMETERS).read_text("utf-8"))
    parameters["sha256"][MODEL] = hashlib.sha256((out / MODEL).read_bytes()).hexdigest()
    parameters["pairs"] = branch.pair.parameters_of()
    (out / PARAMETERS).write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in parameters.items()) + "\n}\n", "utf-8")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    export(args.checkpoint, args.out)


if __name__ == "__main__":
    main()
