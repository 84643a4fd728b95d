#!/usr/bin/env python3
"""The same work as AnalysisBenchmark in NumPy and SciPy: find the effort, measure it. Prints cold and warm times."""
import time

begin = time.perf_counter()
import numpy as np
from scipy.ndimage import uniform_filter1d

loaded = time.perf_counter()


def recording(rate=1000.0, seconds=10.0):
    t = np.arange(int(rate * seconds)) / rate
    ease = lambda x: np.where(x <= 0, 0.0, np.where(x >= 1, 1.0, (1 - np.cos(np.pi * np.clip(x, 0, 1))) / 2))
    force = 220 * ease((t - 2) / 0.5) * (1 - ease((t - 6.5) / 0.3))
    return t, force + np.random.default_rng(7).normal(0, 0.3, t.size)


def analyse(t, f):
    step = np.median(np.diff(t))
    coarse = f[: f.size // 20 * 20].reshape(-1, 20).mean(1)
    top = int(coarse.argmax())
    half = coarse.min() + (coarse.max() - coarse.min()) / 2
    start = int(np.nonzero(coarse[:top] < half)[0][-1]) * 20
    window = f[max(0, start - 1500) : start]
    means = np.lib.stride_tricks.sliding_window_view(window, 500)
    quiet = int(means.std(1, ddof=1).argmin())
    base, sd = means[quiet].mean(), means[quiet].std(ddof=1)
    level = base + max(5 * sd, 2.0)
    below = np.nonzero(f[: start + 20] < level)[0][-1]
    onset = t[below] + (level - f[below]) / (f[below + 1] - f[below]) * step
    after = np.nonzero(coarse[top:] < base + (coarse.max() - base) / 2)[0]
    last = (top + int(after[0])) * 20 if after.size else f.size - 1
    e = f[below + 1 : last]
    out = {"peak": e.max(), "net": e.max() - base}
    for name, n in (("peak100", 100), ("mean1s", 1000)):
        c = np.concatenate(([0.0], np.cumsum((e[1:] + e[:-1]) / 2)))
        out[name] = (c[n:] - c[:-n]).max() / n
    for w in (0.05, 0.075, 0.1, 0.15, 0.2, 0.25):
        out[w] = (np.interp(onset + w, t, f) - np.interp(onset, t, f)) / w
    d = f[200:last] - f[: last - 200]
    out["peakRfd"] = d.max() / 0.2
    for w in (100, 200):
        s = slice(below + 1, below + 1 + w)
        out["impulse", w] = np.trapezoid(f[s] - base, t[s])
    for p in (0.5, 0.63, 0.9, 1.0):
        out["time", p] = t[below + 1 + int((e >= p * e.max()).argmax())] - onset
    plateau = np.nonzero(uniform_filter1d(e, 20) >= 0.9 * out["peak100"])[0]
    out["drop"] = 1 - e[plateau[-1] - 1000 : plateau[-1]].mean() / out["mean1s"]
    out["gaps"] = int((np.diff(t) > 3 * step).sum())
    return out


t, f = recording()
first = time.perf_counter()
analyse(t, f)
once = time.perf_counter()
rounds = 2000
cpu = time.process_time()
for _ in range(rounds):
    analyse(t, f)
cpu = time.process_time() - cpu
done = time.perf_counter()
print(f"imports {1e3 * (loaded - begin):.0f} ms, first {1e6 * (once - first):.0f} us, "
      f"warm {1e6 * (done - once) / rounds:.0f} us, of which processor {1e6 * cpu / rounds:.0f} us")
