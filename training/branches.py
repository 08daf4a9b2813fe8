"""The branches of mentions and events as parts of the shipped ONNX model: they hang on hidden states of the encoder."""

from __future__ import annotations

import tempfile
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper

from training.graph import EPSILON, GraphWriter, quantise, transformer_layer
from training.mention_model import NARROW, NARROW_HEADS
from training.model import WIDTH


def tap_names(taps: tuple[int, ...]) -> list[str]:
    """What the model calls the states behind its layers of these numbers (1 to 6)."""
    return [f"layers.{t - 1}.norm2.out" for t in taps]


def build(state: dict[str, torch.Tensor], prefix: str, output: str, taps: list[str]) -> onnx.ModelProto:
    """A branch as ONNX in 32 bits, all its names beginning with `prefix`: hidden states and mask in, one row of heads a piece out."""
    g = GraphWriter({f"reader.{prefix}{k}": v for k, v in state.items()})
    g.node("Cast", ["mask"], f"{prefix}mask32", to=TensorProto.INT32)
    x = g.node("Concat", taps, f"{prefix}taps", axis=-1)
    x = g.node("MatMul", [x, g.weight(f"{prefix}narrow.weight", transpose=True)], f"{prefix}narrow")
    x = g.node("Add", [x, g.weight(f"{prefix}narrow.bias")], f"{prefix}narrow.out")
    x = g.node("LayerNormalization", [x, g.weight(f"{prefix}norm.weight"), g.weight(f"{prefix}norm.bias")], f"{prefix}norm.out", axis=-1, epsilon=EPSILON)
    x = transformer_layer(g, x, f"{prefix}layers.0.", width=NARROW, heads=NARROW_HEADS, mask=f"{prefix}mask32")
    x = g.node("MatMul", [x, g.weight(f"{prefix}heads.weight", transpose=True)], f"{prefix}heads")
    g.node("Add", [x, g.weight(f"{prefix}heads.bias")], output)
    inputs = [helper.make_tensor_value_info(t, TensorProto.FLOAT, ["rows", "length", WIDTH]) for t in taps]
    inputs.append(helper.make_tensor_value_info("mask", TensorProto.INT64, ["rows", "length"]))
    width = state["heads.bias"].shape[0]
    outputs = [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["rows", "length", width])]
    graph = helper.make_graph(g.nodes, output, inputs, outputs, list(g.constants.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def graft(model: onnx.ModelProto, branch: onnx.ModelProto) -> None:
    """Put a branch into the model."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "branch.onnx"
        quantise(branch, small)
        grown = onnx.load(small).graph
    model.graph.node.extend(grown.node)
    model.graph.initializer.extend(grown.initializer)
    model.graph.output.extend(grown.output)
