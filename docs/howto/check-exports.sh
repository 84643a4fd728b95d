#!/bin/sh
# Whether other software reads an audit export as Plinth wrote it: LibreOffice the workbook, R the table with its labels.
#     docs/howto/check-exports.sh FOLDER      the folder of an export with summary.json of the internal form
# Needs soffice, Rscript and python3 (Debian: libreoffice-calc-nogui, r-base-core); ends with 1 where anything differs, or is missing.
set -eu
folder=${1:?the folder of an export}
for needed in soffice Rscript python3; do
  command -v "$needed" >/dev/null || { echo "$needed is not installed"; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false' \
  --outdir "$work" "$folder/audit.xlsx" >/dev/null 2>&1
python3 - "$folder/audit.csv" "$work/audit.csv" <<'PY'
import csv, sys
a = list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8')))
b = list(csv.reader(open(sys.argv[2], newline='', encoding='utf-8')))
assert len(a) == len(b), f'{len(a)} rows in audit.csv, {len(b)} in audit.xlsx'
cells = 0
for x, y in zip(a, b):
    assert len(x) == len(y), 'columns differ'
    for u, v in zip(x, y):
        cells += 1
        try:
            same = abs(float(u) - float(v)) <= 1e-9 * max(1, abs(float(u)))
        except ValueError:
            same = u == v
        assert same, f'{u!r} in audit.csv, {v!r} in audit.xlsx'
print(f'LibreOffice: {len(a) - 1} rows, {len(a[0])} columns, {cells} cells the same')
PY
cat >"$work/check.R" <<'R'
folder <- commandArgs(TRUE)[1]
source(file.path(folder, "read_audit.R"))
audit <- read_audit(folder)
base <- audit[audit$stage == "First test", ]
exit <- audit[audit$stage == "Exit test", ]
both <- merge(base[, c("episode_key", "position_id", "force_inj_N", "lsi")],
  exit[, c("episode_key", "position_id", "force_inj_N", "lsi", "lsi_state90")], by = c("episode_key", "position_id"))
for (position in unique(both$position_id)) {
  of <- both[both$position_id == position & !is.na(both$force_inj_N.x) & !is.na(both$force_inj_N.y), ]
  cat(position, "n", nrow(of), "median_N", format(median(of$force_inj_N.x), digits = 15), format(median(of$force_inj_N.y), digits = 15), "")
  shift <- suppressWarnings(wilcox.test(of$force_inj_N.y, of$force_inj_N.x, paired = TRUE, conf.int = TRUE, exact = TRUE))
  cat("shift_N", format(unname(shift$estimate), digits = 15), format(shift$conf.int, digits = 15), "")
  cat("met", sum(of$lsi_state90 == "At least 90"), "cannot", sum(of$lsi_state90 == "Cannot tell"), "not", sum(of$lsi_state90 == "Below 90"), "\n")
}
stopifnot(attr(audit$force_inj_N, "unit") == "N", is.factor(audit$lsi_state90), sum(is.na(audit$stage)) == 0)
R
Rscript "$work/check.R" "$folder" >"$work/r.txt"
python3 - "$folder/summary.json" "$work/r.txt" <<'PY'
import json, sys
summary = json.load(open(sys.argv[1]))['positions']
for line in open(sys.argv[2]):
    w = line.split()
    s = summary[w[0]]
    told = [s['paired'], s['forceBaseline_N']['median'], s['forceExit_N']['median'], s['forceChange_N']['estimate'],
            s['forceChange_N']['low95'], s['forceChange_N']['high95'], s['symmetry90']['MET']['n'],
            s['symmetry90']['CANNOT_TELL']['n'], s['symmetry90']['NOT_MET']['n']]
    read = [float(w[i]) for i in (2, 4, 5, 7, 8, 9, 11, 13, 15)]
    for a, b in zip(told, read):
        assert abs(a - b) < 1e-9 * max(1, abs(a)), f'{w[0]}: Plinth {told}, R {read}'
    print('R:', ' '.join(w))
PY
echo "The same in all."
