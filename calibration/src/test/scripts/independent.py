#!/usr/bin/env python3
"""Fits of two point sets by numpy and scipy, for IndependentFitTest.

Run:  python3 independent.py > ../resources/org/plinth/calibration/independent.properties
The same numbers by R are printed by independent.R. Nothing of the product is used here.
"""
import math
import numpy as np
from scipy import stats

phi = math.radians(51.24)
g = 9.780327 * (1 + 0.0053024 * math.sin(phi) ** 2 - 0.0000058 * math.sin(2 * phi) ** 2) - 3.086e-6 * 60
masses = np.array([0, 5, 10, 20, 30, 40, 50.0])
force = masses * g * (1 - 1.2 / 8000)
up = np.array([[8.0, 4213.1, 8420.2, 16834.9, 25251.6, 33669.9, 42090.2],
               [7.0, 4212.4, 8419.1, 16833.8, 25250.2, 33668.1, 42088.6],
               [8.5, 4213.5, 8420.9, 16835.6, 25252.0, 33670.6, 42091.1]])
down = np.array([[10.5, 4217.9, 8427.0, 16843.5, 25259.9, 33675.2, 42090.2],
                 [9.5, 4217.0, 8425.8, 16842.0, 25258.2, 33673.4, 42088.6],
                 [11.0, 4218.2, 8427.4, 16844.1, 25260.4, 33675.8, 42091.1]])
x = up - up[:, :1]
d = down - up[:, :1]


def fit(name, xs, ys, degree, at):
    scale = 1e4
    design = np.vander(xs / scale, degree + 1, increasing=True)
    a, *_ = np.linalg.lstsq(design, ys, rcond=None)
    res = ys - design @ a
    dof = len(ys) - degree - 1
    s = math.sqrt(res @ res / dof)
    cov = s * s * np.linalg.inv(design.T @ design)
    t = stats.t.ppf(0.975, dof)
    for i in range(degree + 1):
        print(f"{name}.a{i}={a[i] / scale ** i!r}".replace("np.float64(", "").replace(")", ""))
        print(f"{name}.half{i}={float(t * math.sqrt(cov[i, i]) / scale ** i)!r}")
    print(f"{name}.s={s!r}")
    print(f"{name}.cov01={float(cov[0, 1] / scale)!r}")
    row = np.vander(np.array([at / scale]), degree + 1, increasing=True)[0]
    print(f"{name}.se={float(math.sqrt(row @ cov @ row))!r}")


flat = np.tile(force, 3)
fit("gold7.line", x.ravel(), flat, 1, 12345.0)
fit("gold7.parabola", x.ravel(), flat, 2, 12345.0)
print(f"gold7.repeatability={float(max((x[:, 1:].max(0) - x[:, 1:].min(0)) / x[:, 1:].mean(0)) * 100)!r}")
print(f"gold7.reversibility={float(max((d[:, 1:].mean(0) - x[:, 1:].mean(0)) / x[:, 1:].mean(0)) * 100)!r}")
print(f"gold7.zeroPercent={float(max(d[:, 0]) / x[:, -1].mean() * 100)!r}")
pooled = math.sqrt(sum(((x[:, i] - x[:, i].mean()) ** 2).sum() for i in range(1, 7)) / 12)
print(f"gold7.pooledSd={pooled!r}")

# A bent, noisy sensor whose readings fall with the load.
rng = np.random.default_rng(20260302)
loads = np.repeat(np.arange(0, 601, 60.0), 2)
readings = -(120 + 38.7 * loads + 0.0021 * loads ** 2) + rng.normal(0, 9, loads.size)
print("bent.loads=" + " ".join(repr(float(v)) for v in loads))
print("bent.readings=" + " ".join(repr(float(v)) for v in readings))
fit("bent.line", readings, loads, 1, -9000.0)
fit("bent.parabola", readings, loads, 2, -9000.0)
