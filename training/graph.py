"""ONNX graphs written node by node, and their int8 form."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.model import HEADS, WIDTH

EPSILON = 1e-12


class GraphWriter:
    """Collects nodes and constants of an ONNX graph."""

    def __init__(self, state: dict[str, torch.Tensor]):
        self.state = state
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def weight(self, name: str, *, transpose: bool = False) -> str:
        value = self.state[f"reader.{name}"].detach().float().numpy()
        return self.constant(name, value.T if transpose else value)

    def node(self, op: str, inputs: list[str], name: str, *, domain: str = "", outputs: int = 1, **attributes) -> str:
        names = [name] if outputs == 1 else [f"{name}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, name=name, domain=domain, **attributes))
        return names[0]


def _skip_norm(g: GraphWriter, x: str, residual: str, bias: str, norm: str) -> str:
    inputs = [x, residual, g.weight(f"{norm}.weight"), g.weight(f"{norm}.bias"), g.weight(bias)]
    return g.node("SkipLayerNormalization", inputs, f"{norm}.out", domain="com.microsoft", epsilon=EPSILON)


def transformer_layer(g: GraphWriter, x: str, at: str, *, width: int = WIDTH, heads: int = HEADS, mask: str = "mask32") -> str:
    """The nodes of one layer, whose names begin with `at`."""
    packed = g.node("MatMul", [x, g.weight(f"{at}qkv.weight", transpose=True)], f"{at}qkv")
    parts = [f"{at}{part}" for part in ("query", "key", "value")]
    g.nodes.append(helper.make_node("Split", [packed, g.constant(f"{at}thirds", np.full(3, width))], parts, axis=-1))
    inputs = [*parts, g.weight(f"{at}qkv.bias"), mask]
    a = g.node("MultiHeadAttention", inputs, f"{at}attention", domain="com.microsoft", num_heads=heads)
    a = g.node("MatMul", [a, g.weight(f"{at}attended.weight", transpose=True)], f"{at}attended")
    x = _skip_norm(g, a, x, f"{at}attended.bias", f"{at}norm1")
    up = g.node("MatMul", [x, g.weight(f"{at}up.weight", transpose=True)], f"{at}up")
    up = g.node("BiasGelu", [up, g.weight(f"{at}up.bias")], f"{at}gelu", domain="com.microsoft")
    down = g.node("MatMul", [up, g.weight(f"{at}down.weight", transpose=True)], f"{at}down")
    return _skip_norm(g, down, x, f"{at}down.bias", f"{at}norm2")


def quantise(model: onnx.ModelProto, path: Path) -> None:
    """Write the int8 model to `path`."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        onnx.save(model, plain)
        quantize_dynamic(
            plain, path, per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"], nodes_to_exclude=["heads"],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )
