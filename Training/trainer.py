"""The loop that all models share: AdamW, a warm-up and a straight way down, averaged weights, checkpoints, resume."""

import time
from pathlib import Path

import torch

WARM_UP = 0.04
AVERAGE = 0.998
SAVE_SECONDS = 600


class Trainer:
    """Trains `model` with `loss(model, batch)` on a list of batches; what is averaged is what is kept.

    The rate goes up to `peak` and down to the share `final` of it.
    """

    def __init__(self, model, loss, peak, folder, final=0.0):
        self.model, self.loss, self.peak, self.final = model, loss, peak, final
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.parameters = [p for p in model.parameters() if p.requires_grad]
        self.average = [p.detach().clone() for p in self.parameters]
        matrices = [p for p in self.parameters if p.ndim > 1]
        others = [p for p in self.parameters if p.ndim == 1]
        groups = [{"params": matrices, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=peak, fused=True)
        self.step = 0

    def rate(self, steps):
        done = self.step / steps
        down = (done - WARM_UP) / (1 - WARM_UP)
        return self.peak * min(done / WARM_UP, 1 - (1 - self.final) * down) + 1e-8

    def run(self, batches):
        """Runs over all batches, from where a checkpoint left off."""
        self.resume()
        began, saved, tokens, total = time.time(), time.time(), 0, 0.0
        for batch in batches[self.step :]:
            for group in self.optimizer.param_groups:
                group["lr"] = self.rate(len(batches))
            loss = self.loss(self.model, batch)
            self.optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
            self.optimizer.step()
            self.step += 1
            # The average starts from the first steps' weights as it would without them: short runs need that.
            keep = min(AVERAGE, self.step / (self.step + 10))
            torch._foreach_lerp_(self.average, [p.detach() for p in self.parameters], 1 - keep)
            tokens, total = tokens + batch.tokens, total + float(loss.detach())
            if self.step % 50 == 0:
                speed = tokens / (time.time() - began)
                print(f"step {self.step}/{len(batches)} loss {total / 50:.4f} {speed:.0f} tokens/s", flush=True)
                total = 0.0
            if time.time() - saved > SAVE_SECONDS:
                self.save()
                saved = time.time()
        self.save()

    def save(self):
        state = {"step": self.step, "model": self.model.state_dict(), "average": self.average}
        torch.save(state | {"optimizer": self.optimizer.state_dict()}, self.folder / "new.pt")
        (self.folder / "new.pt").rename(self.folder / "checkpoint.pt")

    def resume(self):
        path = self.folder / "checkpoint.pt"
        if path.exists():
            state = torch.load(path)
            self.step, self.average = state["step"], state["average"]
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])

    def averaged(self):
        """The model with the averaged weights in place of the last ones."""
        with torch.no_grad():
            for parameter, average in zip(self.parameters, self.average):
                parameter.copy_(average)
        return self.model
