#!/usr/bin/env Rscript
# Fetches a patient's course from Plinth and draws its chart again. Base R and the package jsonlite.
#
#   export PLINTH_TOKEN=plinth_...
#   Rscript series.R http://127.0.0.1:8080 P-0123456789abcdef course.svg [position]
#
# With a token of the scope results:read a patient is named by her pseudonym; with results:read:named also by her id.
# Forces are in newtons, days count from the first day of the episode. The file is SVG, PDF or PNG by its ending.

library(jsonlite)

args <- commandArgs(trailingOnly = TRUE)
token <- Sys.getenv("PLINTH_TOKEN")
if (length(args) < 3 || token == "") {
  stop("usage: PLINTH_TOKEN=... Rscript series.R ROOT PATIENT FILE [POSITION]", call. = FALSE)
}
root <- sub("/$", "", args[1]); patient <- args[2]; out <- args[3]
wanted <- if (length(args) > 3) args[4] else NULL

get <- function(path) {
  from <- url(paste0(root, path), headers = c(Authorization = paste("Bearer", token), Accept = "application/json"))
  on.exit(close(from))
  fromJSON(paste(readLines(from, warn = FALSE), collapse = ""), simplifyVector = FALSE)
}

series_of <- function(patient) {
  if (!startsWith(patient, "P-")) return(get(paste0("/api/patients/", URLencode(patient), "/series")))
  after <- ""
  repeat {                                   # page by page, until there is no next one
    page <- get(paste0("/api/series?limit=100", after))
    for (one in page$series) if (one$patient == patient) return(one)
    if (is.null(page[["next"]])) stop("There is no patient ", patient, ", or she is left out.", call. = FALSE)
    after <- paste0("&after=", page[["next"]])
  }
}

courses <- unlist(lapply(series_of(patient)$episodes, function(episode) episode$positions), recursive = FALSE)
if (!is.null(wanted)) courses <- Filter(function(course) course$position == wanted, courses)
if (length(courses) == 0) stop("There is no test of that.", call. = FALSE)
tests <- function(course) sum(sapply(course$sides, function(side) sum(sapply(side, function(s) length(s$points)))))
course <- courses[[which.max(sapply(courses, tests))]]

segments <- unlist(course$sides, recursive = FALSE)
points <- unlist(lapply(segments, function(s) s$points), recursive = FALSE)
number <- function(list, name) vapply(list, function(one) as.numeric(one[[name]]), 0)
highs <- unlist(lapply(segments, function(s) s$baseline$high_N))
days <- range(number(points, "day_d")); if (diff(days) == 0) days[2] <- days[2] + 1
top <- 1.05 * max(number(points, "value_N"), highs)     # one scale for both legs, or they could not be compared

open_file <- switch(tolower(sub(".*\\.", "", out)),
  svg = function() svg(out, width = 10, height = 4.4),
  pdf = function() pdf(out, width = 10, height = 4.4),
  png = function() png(out, width = 1000, height = 440),
  stop("The file must end in .svg, .pdf or .png", call. = FALSE))

draw <- function(name, colour) {
  injured <- if (identical(course$injured, name)) ", the injured leg" else ""
  side <- course$sides[[name]]
  title <- paste0(substr(name, 1, 1), tolower(substring(name, 2)), injured)
  plot(NA, xlim = days, ylim = c(0, top), xlab = "day of the episode", ylab = "force [N]", main = title, bty = "l")
  for (i in seq_along(side)) {
    part <- side[[i]]
    x <- number(part$points, "day_d"); y <- number(part$points, "value_N")
    hollow <- vapply(part$points, function(p) isTRUE(p$hollow), TRUE)
    until <- if (i < length(side)) side[[i + 1]]$points[[1]]$day_d else days[2]
    if (!is.null(part$baseline$low_N)) {                # what lies inside may be measurement error
      rect(x[1], part$baseline$low_N, until, part$baseline$high_N, col = adjustcolor(colour, 0.12), border = NA)
    }
    if (length(part$breakBecause) > 0) {                # values on both sides of it are not compared
      abline(v = x[1] - diff(days) / 80, lty = 2, col = "#444444")
      mtext(tolower(gsub("_", " ", paste(unlist(part$breakBecause), collapse = ", "))), side = 3, at = x[1], cex = 0.7)
    }
    lines(x, y, col = colour, lwd = 2)
    points(x, y, pch = ifelse(hollow, 21, 16), bg = "white", col = colour, cex = 1.2)
  }
}

open_file()
par(mfrow = c(1, 2), mar = c(4, 4, 3, 1), oma = c(0, 0, 2, 0))
draw("LEFT", "#0b5394")
draw("RIGHT", "#a64d00")
label <- if (is.null(course$name)) course$position else course$name
mtext(paste0(patient, ": ", label, "  (band: within measurement error; hollow: not judged)"), outer = TRUE, cex = 0.9)
invisible(dev.off())
