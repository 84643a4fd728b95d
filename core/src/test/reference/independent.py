#!/usr/bin/env python3
"""Values from SciPy that the tests of trend, statistics and reliability are held against.

Run with SciPy 1.10 or newer; prints one line a value. The numbers stand in IndependentValuesTest.
"""
from scipy import stats
import numpy as np

t = np.array([0, 9, 21, 30, 44, 58, 70, 85, 99, 120, 141, 160], float)
y = np.array([180, 176, 190, 187, 201, 199, 196, 214, 210, 222, 219, 231], float)
few = slice(0, 6)
print("kendall 6 p", repr(stats.kendalltau(t[few], y[few], method="exact").pvalue))
print("kendall 12 p", repr(stats.kendalltau(t, y, method="exact").pvalue))
sen = stats.theilslopes(y, t, alpha=0.95)
print("theil-sen 12", [repr(float(v)) for v in sen])
line = stats.linregress(t, y)
print("least squares 12", repr(line.slope), repr(line.intercept), repr(line.stderr))
for k, n in ((0, 10), (7, 20), (81, 263), (10, 10)):
    ci = stats.binomtest(k, n).proportion_ci(method="wilson")
    print("wilson", k, n, repr(ci.low), repr(ci.high))
d = np.array([3.1, -1.2, 4.4, 0.3, 7.9, 2.2, -0.6])
walsh = [(d[i] + d[j]) / 2 for i in range(len(d)) for j in range(i, len(d))]
print("hodges-lehmann", repr(float(np.median(walsh))))
print("t 0.975", [repr(float(stats.t.ppf(0.975, v))) for v in (4, 19, 43)])

# Fieller by the definition: the ratios r for which a t test does not reject mean(x) - r * mean(y) = 0.
from scipy.optimize import brentq
x1, y1 = np.array([143.0, 151, 139, 148]), np.array([190.0, 176, 201, 184])
tq = stats.t.ppf(0.975, len(x1) + len(y1) - 2)
vx, vy = x1.var(ddof=1) / len(x1), y1.var(ddof=1) / len(y1)
f = lambda r: abs(x1.mean() - r * y1.mean()) - tq * np.sqrt(vx + r * r * vy)
r0 = x1.mean() / y1.mean()
print("fieller", repr(100 * brentq(f, 0.2, r0)), repr(100 * brentq(f, r0, 3)))

# ICC by the definition: mean squares with numpy, quantiles with SciPy.
sf = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float)
n, k = sf.shape
msr = k * sf.mean(1).var(ddof=1)
msc = n * sf.mean(0).var(ddof=1)
msw = sf.var(axis=1, ddof=1).mean()
mse = ((sf - sf.mean(1, keepdims=True) - sf.mean(0) + sf.mean()) ** 2).sum() / ((n - 1) * (k - 1))
icc1, icc3 = (msr - msw) / (msr + (k - 1) * msw), (msr - mse) / (msr + (k - 1) * mse)
icc2 = (msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n)
f3 = msr / mse
lo, hi = f3 / stats.f.ppf(0.975, n - 1, (n - 1) * (k - 1)), f3 * stats.f.ppf(0.975, (n - 1) * (k - 1), n - 1)
print("icc", repr(icc1), repr(icc2), repr(icc3), repr((lo - 1) / (lo + k - 1)), repr((hi - 1) / (hi + k - 1)))
