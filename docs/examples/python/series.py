#!/usr/bin/env python3
"""Fetches a patient's course from Plinth and draws its chart again, as SVG. Python 3.8 or newer, nothing else.

    export PLINTH_TOKEN=plinth_...
    python3 series.py --root http://127.0.0.1:8080 --list
    python3 series.py --root http://127.0.0.1:8080 --patient P-0123456789abcdef --out course.svg

With a token of the scope results:read a patient is named by her pseudonym; with results:read:named also by her id.
Forces are in newtons, days count from the first day of the episode.
"""

import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from xml.sax.saxutils import escape, quoteattr

WIDTH, HEIGHT, LEFT, TOP, GAP, BOTTOM = 960, 420, 70, 70, 60, 60
PANEL = (WIDTH - LEFT - GAP - 20) / 2
COLOURS = {"LEFT": "#0b5394", "RIGHT": "#a64d00"}


class Plinth:
    """Reads from one server with one token."""

    def __init__(self, root, token):
        self.root, self.token = root.rstrip("/"), token

    def get(self, path, **query):
        address = self.root + path + ("?" + urllib.parse.urlencode(query) if query else "")
        request = urllib.request.Request(
            address, headers={"Authorization": "Bearer " + self.token, "Accept": "application/json"})
        while True:
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as failure:
                if failure.code != 429:
                    raise SystemExit("%s: %s" % (failure.code, message(failure)))
                time.sleep(int(failure.headers.get("Retry-After", "1")))

    def pages(self, path, name, **query):
        """Every item of a list, page by page, until there is no next one."""
        while True:
            page = self.get(path, **query)
            yield from page[name]
            if "next" not in page:
                return
            query["after"] = page["next"]


def message(failure):
    try:
        return json.load(failure)["error"]["message"]
    except (ValueError, KeyError):
        return failure.reason


def series_of(plinth, patient):
    if not patient.startswith("P-"):
        return plinth.get("/api/patients/" + urllib.parse.quote(patient) + "/series")
    for one in plinth.pages("/api/series", "series", limit=100):
        if one["patient"] == patient:
            return one
    raise SystemExit("There is no patient %s, or she is left out." % patient)


def course_of(series, wanted):
    """The newest episode that has the position; without one the position tested most often."""
    for episode in series["episodes"]:
        courses = [c for c in episode["positions"] if wanted in (None, c["position"])]
        if courses:
            return episode, max(courses, key=lambda c: sum(len(s["points"]) for side in c["sides"].values() for s in side))
    raise SystemExit("There is no test of %s." % (wanted or "any position"))


class Scale:
    """Days and newtons to the places of one panel; both panels share it, or the legs could not be compared."""

    def __init__(self, course, left):
        segments = [s for side in course["sides"].values() for s in side]
        points = [p for s in segments for p in s["points"]]
        high = [p["value_N"] for p in points] + [s["baseline"]["high_N"] for s in segments if "high_N" in s.get("baseline", {})]
        self.first = min(p["day_d"] for p in points)
        self.last = max(max(p["day_d"] for p in points), self.first + 1)
        self.top, self.left = max(high) * 1.05, left

    def x(self, day):
        return self.left + (day - self.first) / (self.last - self.first) * PANEL

    def y(self, newtons):
        return TOP + (1 - newtons / self.top) * (HEIGHT - TOP - BOTTOM)


def axis(scale):
    step = next(s for s in (5, 10, 20, 50, 100, 200, 500, 1000, 5000) if scale.top / s <= 6)
    force = 0
    while force <= scale.top:
        yield '<line x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f" stroke="#dddddd"/>' % (
            scale.left, scale.left + PANEL, scale.y(force), scale.y(force))
        yield '<text x="%.1f" y="%.1f" text-anchor="end">%d N</text>' % (scale.left - 6, scale.y(force) + 4, force)
        force += step
    for day in sorted({scale.first, (scale.first + scale.last) // 2, scale.last}):
        yield '<text x="%.1f" y="%d" text-anchor="middle">day %d</text>' % (scale.x(day), HEIGHT - BOTTOM + 20, day)


def segment(scale, part, until, colour):
    points = part["points"]
    base = part.get("baseline")
    if base and "low_N" in base:  # what lies inside may be measurement error
        start = scale.x(points[0]["day_d"])
        yield '<rect class="band" x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s" opacity="0.12" data-low_N="%r" data-high_N="%r"/>' % (
            start, scale.y(base["high_N"]), max(2, scale.x(until) - start),
            scale.y(base["low_N"]) - scale.y(base["high_N"]), colour, base["low_N"], base["high_N"])
    if part["breakBecause"]:  # values on both sides of it are not compared
        x = scale.x(points[0]["day_d"]) - 6
        yield '<line class="break" x1="%.1f" x2="%.1f" y1="%d" y2="%d" stroke="#444444" stroke-dasharray="4 3"/>' % (
            x, x, TOP, HEIGHT - BOTTOM)
        yield '<text class="why" x="%.1f" y="%d" text-anchor="end">%s</text>' % (
            x - 4, TOP + 12, escape(", ".join(part["breakBecause"]).lower().replace("_", " ")))
    yield '<polyline fill="none" stroke="%s" stroke-width="2" points="%s"/>' % (
        colour, " ".join("%.1f,%.1f" % (scale.x(p["day_d"]), scale.y(p["value_N"])) for p in points))
    for p in points:
        says = "day %d: %r N" % (p["day_d"], p["value_N"])
        if p["hollow"]:
            says += ", not judged: " + ", ".join(p["flags"])
        yield '<circle class="point" cx="%.1f" cy="%.1f" r="4.5" fill="%s" stroke="%s" stroke-width="2" data-day_d="%d" data-value_N="%r"><title>%s</title></circle>' % (
            scale.x(p["day_d"]), scale.y(p["value_N"]), "#ffffff" if p["hollow"] else colour, colour,
            p["day_d"], p["value_N"], escape(says))


def side(course, name, left):
    scale, parts = Scale(course, left), course["sides"][name]
    injured = ", the injured leg" if course.get("injured") == name else ""
    yield '<g class="side" data-side="%s">' % name
    yield '<text x="%.1f" y="%d" font-weight="bold">%s%s</text>' % (left, TOP - 14, name.capitalize(), injured)
    yield from axis(scale)
    for i, part in enumerate(parts):
        until = parts[i + 1]["points"][0]["day_d"] if i + 1 < len(parts) else scale.last
        yield from segment(scale, part, until, COLOURS[name])
    yield "</g>"


def svg(course, patient):
    title = "%s: %s" % (patient, course.get("name", course["position"]))
    yield '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img" aria-label=%s>' % (
        WIDTH, HEIGHT, quoteattr(title))
    yield '<rect width="100%" height="100%" fill="#ffffff"/>'
    yield '<text x="%d" y="28" font-size="16">%s</text>' % (LEFT, escape(title))
    yield from side(course, "LEFT", LEFT)
    yield from side(course, "RIGHT", LEFT + PANEL + GAP)
    yield '<text x="%d" y="%d">Band: within measurement error of the baseline. Hollow: not judged. Dashed: another set-up, not compared.</text>' % (
        LEFT, HEIGHT - 12)
    yield "</svg>"


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--root", default="http://127.0.0.1:8080", help="address of Plinth")
    words.add_argument("--patient", help="pseudonym (P-...) or id")
    words.add_argument("--position", help="such as curl-prone-15")
    words.add_argument("--out", default="-", help="file for the SVG; - for standard output")
    words.add_argument("--list", action="store_true", help="print the pseudonyms instead")
    asked = words.parse_args()
    token = os.environ.get("PLINTH_TOKEN", "")
    if not token:
        words.error("put the token into the environment: export PLINTH_TOKEN=plinth_...")
    plinth = Plinth(asked.root, token)
    if asked.list:
        for one in plinth.pages("/api/series", "series", limit=100):
            print(one["patient"], *(c["position"] for e in one["episodes"] for c in e["positions"]))
        return
    if not asked.patient:
        words.error("say whose: --patient, or --list to see who there is")
    _, course = course_of(series_of(plinth, asked.patient), asked.position)
    drawn = "\n".join(svg(course, asked.patient)) + "\n"
    if asked.out == "-":
        sys.stdout.write(drawn)
    else:
        with open(asked.out, "w", encoding="utf-8") as file:
            file.write(drawn)


if __name__ == "__main__":
    main()
