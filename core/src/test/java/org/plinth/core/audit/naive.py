# The same by the definitions, with plain Python and every mean written out: python3 naive.py
import itertools, math

def walsh(d):
    return sorted((a + b) / 2 for a, b in itertools.combinations_with_replacement(d, 2))

def median(v):
    v = sorted(v); n = len(v)
    return v[n // 2] if n % 2 else (v[n // 2 - 1] + v[n // 2]) / 2

d = [((i * 7919) % 1009) / 10 - 40 for i in range(300)]  # 300 pairs: beyond the exact distribution
w = walsh(d); n = len(d)
c = math.floor(n * (n + 1) / 4 - 1.959963984540054 * math.sqrt(n * (n + 1) * (2 * n + 1) / 24))
print(repr(median(w)), repr(w[c - 1]), repr(w[len(w) - c]))

ties = [0, 0, 1, 1, 1, 2, -1, 3, 3, 5]
w = walsh(ties); n = len(ties)
counts = {0: 1}
for rank in range(1, n + 1):
    new = dict(counts)
    for s, k in counts.items():
        new[s + rank] = new.get(s + rank, 0) + k
    counts = new
run = 0
for s in range(n * (n + 1) // 2 + 1):
    run += counts[s]
    if run / 2 ** n >= 0.025:
        break
print(s, median(w), w[s - 1], w[len(w) - s])
z = 1.959963984540054; h, m = 23, 31; p = h / m
print((p + z*z/2/m - z*math.sqrt(p*(1-p)/m + z*z/4/m/m)) / (1 + z*z/m), (p + z*z/2/m + z*math.sqrt(p*(1-p)/m + z*z/4/m/m)) / (1 + z*z/m))
for z in (1.959963984540054, 3.090232306167813):
    print(0.6 - z*math.sqrt(.24/40), 0.6 + z*math.sqrt(.24/40))
