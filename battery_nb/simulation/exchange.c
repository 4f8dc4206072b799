/* The tridiagonal Jacobian of the NAME particle: below, on and above the diagonal. */
static void exchange_NAME(const R (*restrict y)[W], const R (*restrict u)[W], R (*restrict T)[W]){ LANE {
LINES
}}
