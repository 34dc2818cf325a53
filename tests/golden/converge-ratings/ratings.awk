# Twelve raters of two kinds on three statements of one theme: high, apart,
# and in the middle.
function rate(s, p, r) {
	printf "{\"type\":\"vote\",\"event\":\"panel\",\"note\":\"s%d\",", s
	printf "\"voter\":\"p%02d\",\"group\":\"%s\",\"rating\":%d}\n", p, \
	    p % 2 ? "Nurses" : "Doctors", r
	n++
}
BEGIN {
	for (s = 1; s <= 3; s++) {
		printf "{\"type\":\"note\",\"id\":\"s%d\",\"event\":\"panel\",", s
		printf "\"themes\":[{\"id\":\"t1\"}],\"text\":\"S\"}\n"
		n++
	}
	for (p = 1; p <= 12; p++) {
		rate(1, p, p == 5 ? 4 : 7 + p % 3)
		rate(2, p, p % 2 ? 8 : 1 + p % 3)
		rate(3, p, 4 + p % 3)
	}
	print "{\"type\":\"end\",\"records\":" n "}"
}
