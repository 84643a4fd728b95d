# The line and the parabola of GOLD-7 by R's lm, to be held against independent.properties by eye.
phi <- 51.24 * pi / 180
g <- 9.780327 * (1 + 0.0053024 * sin(phi)^2 - 0.0000058 * sin(2 * phi)^2) - 3.086e-6 * 60
force <- rep(c(0, 5, 10, 20, 30, 40, 50) * g * (1 - 1.2 / 8000), 3)
x <- c(c(8.0, 4213.1, 8420.2, 16834.9, 25251.6, 33669.9, 42090.2) - 8.0,
       c(7.0, 4212.4, 8419.1, 16833.8, 25250.2, 33668.1, 42088.6) - 7.0,
       c(8.5, 4213.5, 8420.9, 16835.6, 25252.0, 33670.6, 42091.1) - 8.5)
options(digits = 15)
for (m in list(lm(force ~ x), lm(force ~ x + I(x^2)))) {
  print(coef(m)); print(confint(m)); print(summary(m)$sigma)
  print(predict(m, data.frame(x = 12345), se.fit = TRUE)$se.fit)
}
