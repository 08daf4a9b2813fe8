"""Speed of the whole pipeline from HTML beside the bare encoder: `python benchmarks/speed.py [--pages DIR]`.

Both run in this process, in turns, with the same ONNX session settings and the same windows; the bare encoder gets
windows that were tokenised before and has no heads. Tokens are the articles' word pieces, counted once however often
windows overlap. The figure is a ratio, so that it does not depend on the machine; nothing is asserted.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import time
from pathlib import Path

import onnx
import onnxruntime

from rapporteur.intake import read_html
from rapporteur.reading import Reader
from rapporteur.reading.encoder import MODEL, WEIGHTS, session_options
from rapporteur.reading.tokens import passages_of, tokenize
from rapporteur.reading.windows import batches
from rapporteur.record import Article

PAGES = Path(__file__).parent.parent / "examples" / "pages"
LAST_STATE = "layers.5.norm2.out"


def bare_session() -> onnxruntime.InferenceSession:
    """The shipped int8 model without its heads: only its last hidden state is asked for."""
    model = onnx.load(WEIGHTS / MODEL)
    del model.graph.output[:]
    model.graph.output.append(onnx.helper.make_tensor_value_info(LAST_STATE, onnx.TensorProto.FLOAT, ["rows", "length", "width"]))
    return onnxruntime.InferenceSession(model.SerializeToString(), session_options(1), providers=["CPUExecutionProvider"])


def load_pages(folder: Path) -> list[bytes]:
    """All HTML pages of a folder, plain or gzip, in the order of their names."""
    files = sorted([*folder.glob("**/*.html"), *folder.glob("**/*.html.gz")])
    return [gzip.decompress(f.read_bytes()) if f.suffix == ".gz" else f.read_bytes() for f in files]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, default=PAGES)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    began = time.perf_counter()
    reader = Reader()
    load = time.perf_counter() - began
    bare = bare_session()
    pages = [p for p in load_pages(args.pages) if isinstance(a := read_html(p), Article) and a.language == "en"]
    tokens = windows = 0
    prepared = []
    for page in pages:
        article = read_html(page)
        cut = tokenize(reader.encoder.tokenizer, passages_of(article.title, article.text, [(p.start, p.end) for p in article.paragraphs]))
        tokens += len(cut.ids)
        prepared += batches(cut)
        windows += sum(len(b.windows) for b in batches(cut))
    ratios, whole, alone = [], [], []
    for _ in range(args.rounds):
        began = time.perf_counter()
        for page in pages:
            reader.read(read_html(page))
        whole.append(time.perf_counter() - began)
        began = time.perf_counter()
        for batch in prepared:
            bare.run(None, {"ids": batch.ids, "features": batch.features, "mask": batch.mask})
        alone.append(time.perf_counter() - began)
        ratios.append(alone[-1] / whole[-1])
    print(f"pages {len(pages)}, tokens {tokens}, windows {windows}, rounds {args.rounds}")
    print(f"load of weights                {load:.2f} s")
    print(f"whole pipeline, tokens/s       {tokens / statistics.median(whole):,.0f}")
    print(f"bare encoder, tokens/s         {tokens / statistics.median(alone):,.0f}")
    print(f"ratio, median (min, max)       {statistics.median(ratios):.2f} ({min(ratios):.2f}, {max(ratios):.2f})")


if __name__ == "__main__":
    main()
