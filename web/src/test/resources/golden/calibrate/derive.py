#!/usr/bin/env python3
"""Works out golden/calibrate/gold7.csv and gold7.json with numpy; nothing of the product is used.

Run in this folder:  python3 derive.py
"""
import json
import math
import numpy as np

masses = np.array([0, 5, 10, 20, 30, 40, 50.0])
up = np.array([[8.0, 4213.1, 8420.2, 16834.9, 25251.6, 33669.9, 42090.2],
               [7.0, 4212.4, 8419.1, 16833.8, 25250.2, 33668.1, 42088.6],
               [8.5, 4213.5, 8420.9, 16835.6, 25252.0, 33670.6, 42091.1]])
down = np.array([[10.5, 4217.9, 8427.0, 16843.5, 25259.9, 33675.2, 42090.2],
                 [9.5, 4217.0, 8425.8, 16842.0, 25258.2, 33673.4, 42088.6],
                 [11.0, 4218.2, 8427.4, 16844.1, 25260.4, 33675.8, 42091.1]])
with open("gold7.csv", "w") as out:
    out.write("# The worked vector GOLD-7: synthetic.\nrun,direction,mass_kg,reading\n")
    for run in range(3):
        for m, r in zip(masses, up[run]):
            out.write(f"{run + 1},up,{m:g},{r}\n")
        for m, r in zip(masses[::-1], down[run][::-1]):
            out.write(f"{run + 1},down,{m:g},{r}\n")

phi = math.radians(51.24)
g = 9.780327 * (1 + 0.0053024 * math.sin(phi) ** 2 - 0.0000058 * math.sin(2 * phi) ** 2) - 3.086e-6 * 60
force = masses * g * (1 - 1.2 / 8000)
x = (up - up[:, :1])
d = (down - up[:, :1])
xm, dm = x.mean(0), d.mean(0)
step_newtons = 0.1
# steps of 0.1 N, said in counts, as the command takes them
step = 8.5793
a1, a0 = np.polyfit(x.ravel(), np.tile(force, 3), 1)
res = np.tile(force, 3) - a0 - a1 * x.ravel()
s = math.sqrt(res @ res / (21 - 2))
loaded = np.tile(force, 3) > 0
sm = math.sqrt((res[loaded] @ res[loaded]) / (18 - 2))
mean_error = a0 + a1 * xm - force
hyst = a1 * (dm - xm)
pooled = math.sqrt(((x[:, 1:] - xm[1:]) ** 2).sum() / 12)
X = np.vander(x.ravel(), 2, increasing=True)
cov = s * s * np.linalg.inv(X.T @ X)
points = []
for i, f in enumerate(force):
    row = np.array([1, xm[i]])
    u = [1e-4 * f / math.sqrt(3), 5e-5 * f, a1 * pooled, a1 * step / math.sqrt(12)]
    if f > 0:
        u.append(abs(hyst[i]) / math.sqrt(3))
    u += [abs(mean_error[i]) / math.sqrt(3), math.sqrt(row @ cov @ row), 0.05 / math.sqrt(3),
          f * (1 - math.cos(math.radians(2))) / math.sqrt(3)]
    uc = math.sqrt(sum(v * v for v in u))
    point = {"force_N": f, "deflection_count": xm[i], "error_N": mean_error[i], "u_N": uc, "U_N": 2 * uc,
             "U_isLowerBound": False}
    if f >= 10:
        limit = max(0.01 * f, 0.5)
        assert abs(mean_error[i]) <= limit - 2 * uc
        point.update({"limit_N": limit, "decision": "PASS"})
    points.append(point)
golden = {
    "format": 1,
    "file": "gold7.csv",
    "readingUnit": "count",
    "mode": "PULL",
    "model": "LINEAR",
    "modelAdvice": "QUADRATIC_FITS_BETTER",
    "gravity": {"g_mps2": g, "u_pct": 0.005, "source": "LATITUDE_AND_HEIGHT"},
    "buoyancy": {"air_kgpm3": 1.2, "mass_kgpm3": 8000.0},
    "resolution": {"step": step, "source": "GIVEN", "r_N": a1 * step},
    "a0_N": a0,
    "a1_N_per_count": a1,
    "zeroReading_count": up[:, 0].mean(),
    "range_count": [0.0, x.max()],
    "s_N": s,
    "degreesOfFreedom": 19,
    "sm_N": sm,
    "llf_N": 2.4 * sm,
    "fullScale_N": force[-1],
    "maxResidual_N": abs(mean_error).max(),
    "nonLinearity_pctFS": abs(mean_error).max() / force[-1] * 100,
    "hysteresis_N": abs(hyst[1:]).max(),
    "hysteresis_pctFS": abs(hyst[1:]).max() / force[-1] * 100,
    "reversibility_pct": max(abs(dm[1:] - xm[1:]) / xm[1:]) * 100,
    "repeatability_pct": max((x[:, 1:].max(0) - x[:, 1:].min(0)) / xm[1:]) * 100,
    "interpolation_pct": max(abs(xm[1:] - (force[1:] - a0) / a1) / ((force[1:] - a0) / a1)) * 100,
    "zeroReturn_N": a1 * 2.5,
    "zeroReturn_pctFS": 2.5 / xm[-1] * 100,
    "withheld": {"reproducibility_pct": "NOT_ROTATED", "creep_pctFS": "NOT_HELD"},
    "decision": "PASS",
    "shortfalls": [],
    "k": 2.0,
    "points": points,
    "problems": [],
}
with open("gold7.json", "w") as out:
    json.dump(json.loads(json.dumps(golden, default=float)), out, indent=1)
    out.write("\n")
