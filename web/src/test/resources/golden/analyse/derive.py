#!/usr/bin/env python3
"""Derives the golden files of `analyse` without Plinth: plain Python, formulas of the literature, shapes whose numbers
can be told by hand. Run in this folder; it writes the inputs (*.csv) and what must come out (*.json).

Shape of one effort (80 Hz, 12.5 ms a sample): 1.5 s of rest at `base`, a straight rise to `top` in 0.5 s, 2 s on which
samples alternate between `top` and `top - 1`, one of them 2 N higher, a straight fall in 0.25 s, 5 s of rest.
  greatest sample       top + 2
  best 100 ms           8 intervals, trapezoid: the mean of the alternation, top - 0.5, and 2 N of one sample in eight:
                        top - 0.5 + 2/8 = top - 0.25
  best second           80 intervals: top - 0.5 + 2/80 = top - 0.475
  onset                 where the rise crosses base + 2 N (no noise, so the least threshold holds)
  end                   where the fall crosses half of the way from the greatest sample to the base, to one sample

Symmetry (log-normal error of a ratio; SEM c of each side, independent):
  s = sqrt(2) * c      95 %: LSI * exp(+-1.96 s)      one-sided 90 %: LSI * exp(+-1.2816 s)
  chance that the true LSI is at least T: Phi(ln(LSI / T) / s)
"""
import json
from math import erf, exp, log, sqrt

STEP = 0.0125
REST, RISE, TOP, FALL, PAUSE = 120, 40, 160, 20, 400
# Worked example of the clinical reference: reps of the injured and of the uninjured side [N].
INJURED, UNINJURED = [212, 221, 218], [262, 258, 270]


def effort(base, value):
    """Samples of one effort whose best 100 ms is `value`; index of its greatest."""
    top = value + 0.25
    up = [base + (top - base) * i / RISE for i in range(RISE)]
    flat = [top if i % 2 == 0 else top - 1 for i in range(TOP)]
    flat[TOP // 2] += 2
    down = [top + (base - top) * i / FALL for i in range(FALL + 1)]
    return [base] * REST + up + flat + down + [base] * PAUSE, REST + RISE + TOP // 2


def recording(base, values):
    samples, efforts = [], []
    for n, value in enumerate(values, 1):
        start = len(samples)
        own, peak = effort(base, value)
        top = value + 0.25
        half = base + (top + 2 - base) / 2
        fall_from = REST + RISE + TOP
        efforts.append({
            "n": n, "state": "CANDIDATE",
            "onset_s": (start + REST + RISE * 2 / (top - base)) * STEP,
            "end_s": (start + fall_from + FALL * (top - half) / (top - base)) * STEP,
            "peakForce_N": top + 2, "peak100_N": value,
            "timeOfPeak_s": (start + peak) * STEP,
            "netPeakForce_N": top + 2 - base, "meanForce1s_N": top - 0.475,
            "baseline_N": base, "pretension_N": base, "pretension_pct": 100 * base / (top + 2),
            "flags": [],
            "withheld": {"peakRfd200_Nps": "SAMPLE_RATE_TOO_LOW", "rfd0to200_Nps": "SAMPLE_RATE_TOO_LOW"}})
        samples += own
    return samples, efforts


def side(values):
    k = len(values)
    mean = sum(values) / k
    sd = sqrt(sum((v - mean) ** 2 for v in values) / (k - 1))
    return {"quantity": "peak100_N", "estimator": "best", "k": k, "value_N": max(values), "mean_N": mean,
            "cv_pct": 100 * sd / mean}


def recording_json(file, which, unit, base, values, column, time_column, time_unit):
    samples, efforts = recording(base, values)
    best = max(efforts, key=lambda e: e["peakForce_N"])
    return {"file": file, "side": which, "unit": unit, "samples": len(samples),
            "duration_s": (len(samples) - 1) * STEP, "sampleRate_Hz": 80.0, "effectiveRate_Hz": 80.0,
            "gaps": [], "boundaryGaps": 0, "longestInterval_s": STEP, "missing": 0, "blankRows": 0,
            "duplicateRows": 0, "baseline_N": base, "pretension_N": base,
            "pretension_pct": best["pretension_pct"], "least_N": base, "greatest_N": max(samples),
            "unitSource": "header", "forceColumn": column, "timeColumn": time_column, "timeUnit": time_unit,
            "efforts": efforts, "withheld": {}, "result": side(values)}


def symmetry(left_base, right_base, sem, source, flags):
    lsi = 100 * max(INJURED) / max(UNINJURED)
    out = {"injured": "left", "k": 3, "lsi_pct": lsi,
           "lsiMean_pct": 100 * (sum(INJURED) / 3) / (sum(UNINJURED) / 3),
           "lsiNet_pct": 100 * (max(INJURED) - left_base) / (max(UNINJURED) - right_base)}
    if sem is None:
        out.update(state="CANNOT_TELL", threshold_pct=90.0, basis="force", flags=flags,
                   withheld={key: "NO_MEASUREMENT_ERROR" for key in (
                       "lsiLow_pct", "lsiHigh_pct", "decisionLow_pct", "decisionHigh_pct",
                       "chanceAtLeastThreshold")})
        return out
    s = sqrt(2) * sem / 100
    low, high = lsi * exp(-1.2816 * s), lsi * exp(1.2816 * s)
    state = "MET" if low >= 90 else "NOT_MET" if high < 90 else "CANNOT_TELL"
    out.update(lsiLow_pct=lsi * exp(-1.96 * s), lsiHigh_pct=lsi * exp(1.96 * s), decisionLow_pct=low,
               decisionHigh_pct=high, chanceAtLeastThreshold=0.5 * (1 + erf(log(lsi / 90) / s / sqrt(2))),
               state=state, threshold_pct=90.0, basis="force", sem_pct=float(sem), semSource=source, flags=flags,
               withheld={})
    return out


def write(name, found):
    with open(name, "w") as out:
        json.dump(found, out, indent=1)
        out.write("\n")


def main():
    left_base, right_base = 3.0, 4.0
    with open("left.csv", "w") as out:
        out.write("time_s,force_N\n")
        for i, force in enumerate(recording(left_base, INJURED)[0]):
            out.write(f"{i * STEP:.4f},{force:.9f}\n")
    with open("right.csv", "w", encoding="latin-1") as out:
        out.write("t (\u00b5s);Kraft (N)\n")
        for i, force in enumerate(recording(right_base, UNINJURED)[0]):
            out.write(f"{5_000_000 + round(i * STEP * 1e6)};{force:.9f}\n".replace(".", ","))
    recordings = [
        recording_json("left.csv", "left", "N", left_base, INJURED, "force_N", "time_s", "s"),
        recording_json("right.csv", "right", "N", right_base, UNINJURED, "Kraft (N)", "t (\u00b5s)", "\u00b5s")]
    for name, sem, source, flags in (
            ("sem", 5, "given with --sem", []),
            ("position", 5, "curl-prone-15 rig, provisional", ["PROVISIONAL_ERROR"]),
            ("neither", None, None, ["NO_MEASUREMENT_ERROR"])):
        write(f"{name}.json", {
            "format": 1, "engine": {"version": "of the build"}, "recordings": recordings,
            "sides": {"left": side(INJURED), "right": side(UNINJURED)},
            "symmetry": symmetry(left_base, right_base, sem, source, flags)})


main()
