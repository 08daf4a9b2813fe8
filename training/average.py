"""The mean of several checkpoints of one network: `python -m training.average A.pt B.pt ... --out MEAN.pt`.

Checkpoints that lie in one basin (each trained on from another) average to weights that err less than any of them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def mean(checkpoints: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of each parameter, in its own type."""
    return {name: (sum(c[name].float() for c in checkpoints) / len(checkpoints)).to(value.dtype) for name, value in checkpoints[0].items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(mean([torch.load(path) for path in args.checkpoints]), args.out)


if __name__ == "__main__":
    main()
