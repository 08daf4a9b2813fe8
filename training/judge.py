"""How well held-out items' events are found, straight from the heads: a rough figure while training runs."""

from __future__ import annotations

import torch

from rapporteur.reading.stakes import BRANCH, FIRSTS
from rapporteur.reading.triggers import INSIDE
from training import losses
from training.windows import Cut, collate, on_device


@torch.no_grad()
def judged(whole, held: list[dict], device) -> dict[str, float]:
    """F1 of triggers (same first word, any type and same type), and of source and target given the trigger; reality right."""
    counts = dict.fromkeys(("gold", "found", "hit", "typed", "reality", "source_tp", "source_p", "source_g", "target_tp", "target_p", "target_g"), 0)
    counts |= {f"{name}_{part}": 0 for name in FIRSTS for part in ("tp", "p", "g")}
    whole.eval()
    for example in held:
        if example["events"] is None:
            continue
        cut = Cut(example, None)
        ids, features, mask = (torch.from_numpy(x).to(device) for x in collate([cut], 0.0, None))
        raw = whole(ids, features, mask)[2].float()[torch.as_tensor(cut.row, device=device), torch.as_tensor(cut.piece, device=device)]
        out = dict(zip(BRANCH, raw.split(list(BRANCH.values()), -1), strict=True))
        known = on_device(example["events"], device)
        for name, firsts in FIRSTS.items() if example["stakes"] is not None else ():
            given, marked = out[name].argmax(-1), torch.as_tensor(example["stakes"][name], device=device)
            given, marked = ((x > 0) & (x <= firsts) for x in (given, marked))
            counts[f"{name}_tp"] += int((given & marked).sum())
            counts[f"{name}_p"] += int(given.sum())
            counts[f"{name}_g"] += int(marked.sum())
        share = out["trigger"].softmax(-1)
        found = share[:, 1:INSIDE].sum(-1) >= 0.5
        gold = (known["labels"] > 0) & (known["labels"] < INSIDE)
        kind = share[:, 1:INSIDE].argmax(-1) + 1
        counts["gold"] += int(gold.sum())
        counts["found"] += int(found.sum())
        counts["hit"] += int((gold & found).sum())
        counts["typed"] += int((gold & found & (kind == known["labels"])).sum())
        first = known["first"].long()
        if len(first):
            counts["reality"] += int((out["reality"][first].argmax(-1) == known["reality"]).sum())
        if len(first) and known["party"] is not None:
            scores = losses.role_scores(whole.events, out, known)
            for r, role in enumerate(("source", "target")):
                learnable = (known["roles"][..., r] >= 0) & known["near"]
                right, taken = known["roles"][..., r] == 1, scores[..., r] > 0
                counts[f"{role}_tp"] += int((learnable & right & taken).sum())
                counts[f"{role}_p"] += int((learnable & taken).sum())
                counts[f"{role}_g"] += int((learnable & right).sum())
    f1 = lambda tp, g, p: round(2 * tp / max(1, g + p), 3)  # noqa: E731
    triggers = max(1, counts["gold"])
    return {
        "events": triggers, "F1 trigger": f1(counts["hit"], counts["gold"], counts["found"]), "F1 type": f1(counts["typed"], counts["gold"], counts["found"]),
        "reality": round(counts["reality"] / triggers, 3),
        **{f"F1 {r}": f1(counts[f"{r}_tp"], counts[f"{r}_g"], counts[f"{r}_p"]) for r in ("source", "target", *FIRSTS)},
    }
