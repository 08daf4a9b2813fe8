"""Export a checkpoint for the package: `python -m training.export CHECKPOINT --out src/rapporteur/reading/weights`.

The graph is written node by node with ONNX Runtime's fused transformer operators, so that nothing depends on
how a tracer happens to see the network. Word embeddings are int8 with a scale a row, matrix weights int8 with a
scale a column, activations are quantised at run time; heads and feature tables stay in 32 bits.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from rapporteur.reading.windows import SIZE
from training.branches import build as build_branch
from training.branches import graft, tap_names
from training.graph import EPSILON, GraphWriter, quantise, transformer_layer
from training.joint import TAPS, load
from training.model import LAYERS, WIDTH, pretrained
from training.vocabulary import needed, pruned


def _embeddings(g: GraphWriter) -> str:
    table = g.state["reader.words.weight"].detach().float().numpy()
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    g.constant("words.int8", np.round(table / scale).astype(np.int8))
    g.constant("words.scale", scale.astype(np.float32))
    picked = g.node("Gather", ["words.int8", "ids"], "words.picked")
    scales = g.node("Gather", ["words.scale", "ids"], "words.scales")
    x = g.node("Mul", [g.node("Cast", [picked], "words.float", to=TensorProto.FLOAT), scales], "words.out")
    shape = g.node("Shape", ["ids"], "shape")
    length = g.node("Gather", [shape, g.constant("one", np.array(1))], "length")
    where = g.node("Range", [g.constant("zero", np.array(0)), length, "one"], "positions.at")
    table = g.state["reader.positions.weight"][: SIZE + 2].detach().float().numpy()
    x = g.node("Add", [x, g.node("Gather", [g.constant("positions", table), where], "positions.out")], "embedded")
    for i in range(4):
        column = g.node("Gather", ["features", g.constant(f"column{i}", np.array(i))], f"feature{i}.at", axis=2)
        row = g.node("Gather", [g.weight(f"features.{i}.weight"), column], f"feature{i}.out")
        x = g.node("Add", [x, row], f"embedded{i}")
    return g.node("LayerNormalization", [x, g.weight("norm.weight"), g.weight("norm.bias")], "norm.out", axis=-1, epsilon=EPSILON)


HEAD_NAMES = ("outer", "inner", "audience", "query", "key")


def build(state: dict[str, torch.Tensor], *, heads: bool = True) -> onnx.ModelProto:
    """The reader as ONNX in 32 bits; without heads it is the bare encoder that the benchmark runs beside it."""
    g = GraphWriter(state)
    g.node("Cast", ["mask"], "mask32", to=TensorProto.INT32)
    x = _embeddings(g)
    for i in range(LAYERS):
        x = transformer_layer(g, x, f"layers.{i}.")
    outputs = [helper.make_tensor_value_info(x, TensorProto.FLOAT, ["rows", "length", WIDTH])]
    if heads:
        sizes = [state[f"reader.{h}.bias"].shape[0] for h in HEAD_NAMES]
        weight = torch.cat([state[f"reader.{h}.weight"] for h in HEAD_NAMES]).float().numpy().T
        bias = torch.cat([state[f"reader.{h}.bias"] for h in HEAD_NAMES]).float().numpy()
        y = g.node("MatMul", [x, g.constant("heads.weight", weight)], "heads")
        y = g.node("Add", [y, g.constant("heads.bias", bias)], "heads.out")
        g.constant("heads.sizes", np.array(sizes))
        g.nodes.append(helper.make_node("Split", [y, "heads.sizes"], list(HEAD_NAMES), axis=-1))
        outputs = [
            helper.make_tensor_value_info(h, TensorProto.FLOAT, ["rows", "length", n])
            for h, n in zip(HEAD_NAMES, sizes, strict=True)
        ]
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, ["rows", "length"]),
        helper.make_tensor_value_info("features", TensorProto.INT64, ["rows", "length", 4]),
        helper.make_tensor_value_info("mask", TensorProto.INT64, ["rows", "length"]),
    ]
    graph = helper.make_graph(g.nodes, "reader", inputs, outputs, list(g.constants.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def chain_parameters(state: dict[str, torch.Tensor], name: str) -> dict:
    """A CRF's parameters as JSON lists, rounded as they are shipped."""
    return {k: np.round(state[f"{name}.{k}"].numpy().astype(float), 5).tolist() for k in ("pair", "first", "last")}


def parts_of(whole: dict[str, torch.Tensor]) -> dict[str, dict[str, torch.Tensor]]:
    """The states of "network", "mentions" and "events" in 32 bits."""
    return {
        part: {k.removeprefix(f"{part}."): v.float() for k, v in whole.items() if k.startswith(f"{part}.")} for part in ("network", "mentions", "events")
    }


def export(checkpoint: Path, out: Path) -> None:
    """Write reader.onnx, tokenizer.json and reader.json to `out`; the settings there (decoding constants) stay."""
    whole = load(checkpoint, 0.0)  # refuses a checkpoint of another shape
    state = parts_of(whole.state_dict())
    tokenizer = (out / "tokenizer.json").read_text("utf-8") if (out / "tokenizer.json").exists() else pretrained()[1].to_str()
    keep = needed(tokenizer)
    state["network"]["reader.words.weight"] = state["network"]["reader.words.weight"][keep]
    out.mkdir(parents=True, exist_ok=True)
    quantise(build(state["network"]), out / "reader.onnx")
    model = onnx.load(out / "reader.onnx")
    taps = tap_names(TAPS)
    for part, prefix in (("mentions", "branch."), ("events", "events.")):
        graft(model, build_branch({k: v for k, v in state[part].items() if not k.startswith(("pair.", "party.", "twin."))}, prefix, part, taps))
    onnx.checker.check_model(model)
    (out / "reader.onnx").write_bytes(model.SerializeToString(deterministic=True))
    (out / "tokenizer.json").write_text(pruned(tokenizer), "utf-8")
    old = json.loads((out / "reader.json").read_text("utf-8")) if (out / "reader.json").exists() else {}
    parameters = {
        "sha256": {f: hashlib.sha256((out / f).read_bytes()).hexdigest() for f in ("reader.onnx", "tokenizer.json")},
        "settings": old.get("settings", {}),
        "outer": chain_parameters(state["network"], "crf_outer"), "inner": chain_parameters(state["network"], "crf_inner"),
        "pairs": whole.mentions.pair.parameters_of(), "parties": whole.events.party.parameters_of(), "twins": whole.events.twin.parameters_of(),
    }
    write_parameters(out / "reader.json", parameters)


def write_parameters(path: Path, parameters: dict) -> None:
    """Write decoding parameters as JSON, one key a line."""
    path.write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in parameters.items()) + "\n}\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bare", type=Path, help="also write the int8 encoder without heads, for the benchmark")
    args = parser.parse_args()
    export(args.checkpoint, args.out)
    if args.bare:
        quantise(build(parts_of(torch.load(args.checkpoint, map_location="cpu")["whole"])["network"], heads=False), args.bare)


if __name__ == "__main__":
    main()
