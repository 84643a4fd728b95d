#!/usr/bin/env Rscript
# A second independent program beside independent.py: values from base R (4.2 or newer) that IndependentValuesTest and
# LimbSymmetryTest are held against. Prints one line a value.
options(digits = 15)

# Kendall: Hollander & Wolfe (1973), tuna lightness and quality, p. 187 f. (also R's own example of cor.test).
x <- c(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1)
y <- c(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8)
k <- cor.test(x, y, method = "kendall")
cat("kendall tuna", k$estimate, k$p.value, "\n")

# Hodges-Lehmann: Hollander & Wolfe (1973), depression scale of nine people, p. 29 f. (also in R's wilcox.test).
before <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
after <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
cat("hodges-lehmann depression", wilcox.test(before, after, paired = TRUE, conf.int = TRUE)$estimate, "\n")

# Theil-Sen by the definition: Hollander, Wolfe & Chicken (2014), cloud seeding, example 9.1 ff.
t <- 1:5
rain <- c(1.26, 1.27, 1.12, 1.16, 1.03)
slopes <- outer(rain, rain, "-") / outer(t, t, "-")
cat("theil-sen rain", median(slopes[lower.tri(slopes)]), "\n")

# Fieller by the definition, roots by R's own solver.
a <- c(143, 151, 139, 148)
b <- c(190, 176, 201, 184)
q <- qt(0.975, length(a) + length(b) - 2)
f <- function(r) abs(mean(a) - r * mean(b)) - q * sqrt(var(a) / length(a) + r^2 * var(b) / length(b))
r0 <- mean(a) / mean(b)
cat("fieller", 100 * uniroot(f, c(0.2, r0), tol = 1e-14)$root, 100 * uniroot(f, c(r0, 3), tol = 1e-14)$root, "\n")

# ICC(3,1) and ICC(2,1) from R's analysis of variance; Shrout & Fleiss (1979), table 2.
sf <- data.frame(
  score = c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7),
  person = factor(rep(1:6, each = 4)), judge = factor(rep(1:4, 6)))
ms <- summary(aov(score ~ person + judge, sf))[[1]][["Mean Sq"]]
cat("icc 3,1 and 2,1", (ms[1] - ms[3]) / (ms[1] + 3 * ms[3]),
    (ms[1] - ms[3]) / (ms[1] + 3 * ms[3] + 4 * (ms[2] - ms[3]) / 6), "\n")

# Wilson: prop.test without continuity correction gives it.
cat("wilson 81 of 263", prop.test(81, 263, correct = FALSE)$conf.int, "\n")
