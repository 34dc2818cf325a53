#include "text/uuid.h"

#include <stdint.h>

#include "base/buf.h"

enum { BLOCK = 64 };

static uint32_t
rotate(uint32_t x, int n)
{
	return x << n | x >> (32 - n);
}

/* The function and constant of round i. */
static uint32_t
mix(size_t i, uint32_t b, uint32_t c, uint32_t d)
{
	if (i < 20)
		return ((b & c) | (~b & d)) + 0x5a827999;
	if (i < 40)
		return (b ^ c ^ d) + 0x6ed9eba1;
	if (i < 60)
		return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
	return (b ^ c ^ d) + 0xca62c1d6;
}

static void
digest_block(uint32_t h[5], const unsigned char *p)
{
	uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];

	for (size_t i = 0; i < 16; i++)
		w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 |
		       (uint32_t)p[4 * i + 2] << 8 | p[4 * i + 3];
	for (size_t i = 16; i < 80; i++)
		w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
	for (size_t i = 0; i < 80; i++) {
		uint32_t t = rotate(a, 5) + mix(i, b, c, d) + e + w[i];

		e = d;
		d = c;
		c = rotate(b, 30);
		b = a;
		a = t;
	}
	h[0] += a;
	h[1] += b;
	h[2] += c;
	h[3] += d;
	h[4] += e;
}

void
uuid_sha1(struct slice s, unsigned char digest[20])
{
	uint32_t h[5] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476,
		          0xc3d2e1f0 };
	unsigned char last[2 * BLOCK] = { 0 };
	size_t whole = s.len / BLOCK * BLOCK, rest = s.len - whole;
	size_t end = rest + 9 <= BLOCK ? BLOCK : 2 * BLOCK;
	uint64_t bits = (uint64_t)s.len * 8;

	for (size_t i = 0; i < whole; i += BLOCK)
		digest_block(h, (const unsigned char *)s.p + i);
	if (rest > 0)
		memcpy(last, s.p + whole, rest);
	last[rest] = 0x80;
	for (size_t i = 0; i < 8; i++)
		last[end - 1 - i] = (unsigned char)(bits >> (8 * i));
	for (size_t i = 0; i < end; i += BLOCK)
		digest_block(h, last + i);
	for (size_t i = 0; i < 20; i++)
		digest[i] = (unsigned char)(h[i / 4] >> (24 - 8 * (i % 4)));
}

static bool
is_dash_place(size_t i)
{
	return i == 8 || i == 13 || i == 18 || i == 23;
}

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 32);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool
uuid_read(struct slice s, char text[UUID_LEN + 1])
{
	s = slice_trim(s);
	if (s.len == UUID_LEN + 2 && s.p[0] == '{' && s.p[s.len - 1] == '}')
		s = (struct slice){ s.p + 1, UUID_LEN };
	if (s.len != UUID_LEN)
		return false;
	for (size_t i = 0; i < UUID_LEN; i++) {
		if (is_dash_place(i) ? s.p[i] != '-' : hex_value(s.p[i]) < 0)
			return false;
		text[i] = (char)(s.p[i] >= 'A' && s.p[i] <= 'F' ? s.p[i] | 32 :
		                                                  s.p[i]);
	}
	text[UUID_LEN] = '\0';
	return true;
}

static void
write_uuid(const unsigned char bytes[UUID_BYTES], char text[UUID_LEN + 1])
{
	size_t at = 0;

	for (size_t i = 0; i < UUID_BYTES; i++) {
		if (is_dash_place(at))
			text[at++] = '-';
		text[at++] = "0123456789abcdef"[bytes[i] >> 4];
		text[at++] = "0123456789abcdef"[bytes[i] & 15];
	}
	text[at] = '\0';
}

void
uuid_of_name(const char *space, struct slice name, char text[UUID_LEN + 1])
{
	unsigned char digest[20];
	struct buf b = BUF_INIT;

	for (size_t i = 0; space[i] != '\0' && space[i + 1] != '\0'; i += 2) {
		if (space[i] == '-')
			i++;
		buf_addc(&b, (char)(16 * hex_value(space[i]) +
		                    hex_value(space[i + 1])));
	}
	buf_slice(&b, name);
	uuid_sha1(buf_view(&b), digest);
	buf_free(&b);
	digest[6] = (unsigned char)((digest[6] & 0x0f) | 0x50);
	digest[8] = (unsigned char)((digest[8] & 0x3f) | 0x80);
	write_uuid(digest, text);
}
