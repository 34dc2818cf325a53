# Sixty voters, every third of another mind, on ten statements; every seventh
# vote goes astray.
BEGIN {
	for (s = 0; s < 10; s++)
		printf "{\"type\":\"note\",\"id\":\"s%d\",\"event\":\"town\",\"text\":\"S\"}\n", s
	n = 10
	for (p = 0; p < 60; p++)
		for (s = 0; s < 10; s++) {
			v = (s % 2 == 0) == (p % 3 == 0) ? 1 : -1
			if ((p * 11 + s * 5) % 7 == 0)
				v = -v
			printf "{\"type\":\"vote\",\"event\":\"town\",\"note\":\"s%d\",", s
			printf "\"voter\":\"p%02d\",\"group\":\"%s\",\"value\":%d}\n", \
			    p, p % 2 ? "West" : "East", v
			n++
		}
	print "{\"type\":\"end\",\"records\":" n "}"
}
