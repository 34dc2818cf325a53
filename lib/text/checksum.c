#include "text/checksum.h"

enum { LONGEST = 40 };

/* The digits of s, LONGEST at most; how many. */
static size_t
digits_of(struct slice s, int *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len && n < LONGEST; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			out[n++] = s.p[i] - '0';
	return n;
}

size_t
checksum_digits(struct slice s)
{
	int digits[LONGEST];

	return digits_of(s, digits);
}

bool
checksum_nhs(struct slice s)
{
	int d[LONGEST], sum = 0;

	if (digits_of(s, d) != 10)
		return false;
	for (int i = 0; i < 9; i++)
		sum += d[i] * (10 - i);
	return 11 - sum % 11 == (d[9] == 0 ? 11 : d[9]);
}

bool
checksum_card(struct slice s)
{
	int d[LONGEST], sum = 0;
	size_t n = digits_of(s, d);
	bool same = true;

	if (n < 13 || n > 19)
		return false;
	for (size_t i = 0; i < n; i++) {
		int twice = d[n - 1 - i] * (i % 2 == 1 ? 2 : 1);

		sum += twice > 9 ? twice - 9 : twice;
		same &= d[i] == d[0];
	}
	return sum % 10 == 0 && !same;
}

/* The value of a letter or digit in an IBAN, or -1 for a blank. */
static int
value_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'Z')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'z' ? c - 'a' + 10 : -1;
}

bool
checksum_iban(struct slice s)
{
	int v[LONGEST], rest = 0;
	size_t n = 0;

	for (size_t i = 0; i < s.len && n < LONGEST; i++)
		if (value_of(s.p[i]) >= 0)
			v[n++] = value_of(s.p[i]);
	if (n < 15 || n > 34)
		return false;
	for (size_t i = 0; i < n; i++) {
		int x = v[(i + 4) % n];

		rest = (rest * (x > 9 ? 100 : 10) + x) % 97;
	}
	return rest == 1;
}
