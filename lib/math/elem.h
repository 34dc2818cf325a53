/*
 * Elementary functions of our own: built from IEEE additions,
 * multiplications and divisions in a fixed order, they give the same bits on
 * every machine, which the C library's do not promise. Use them wherever a
 * result may decide a branch or reach the output.
 *
 * Errors against the true value, as tested: at most 2 units in the last place
 * (ulp) unless said otherwise. NaN in, NaN out.
 */
#ifndef DLG_ELEM_H
#define DLG_ELEM_H

/* e^x; 0 below about -745.1, infinity above about 709.8. */
double elem_exp(double x);

/* The natural logarithm; -infinity of 0, NaN of less. */
double elem_log(double x);

/* Base 2; exact for powers of two, else as elem_log to 3 ulp. */
double elem_log2(double x);

double elem_tanh(double x);

/* Correctly rounded, as IEEE 754 demands of every machine. */
double elem_sqrt(double x);

/* x in radians; |x| up to 2^20, NaN beyond. Absolute error 2^-52. */
double elem_sin(double x);
double elem_cos(double x);

/* x^y = e^(y log x) for x >= 0; relative error about |y log x| ulp. */
double elem_pow(double x, double y);

/*
 * log of the gamma function for x > 0 (Stirling's series, after a shift);
 * error 1e-14 relative, or absolute near the zeros at 1 and 2.
 */
double elem_lgamma(double x);

#endif
