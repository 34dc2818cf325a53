# Forty voters of two groups and four of a third on six statements.
function vote(s, p, group, value) {
	printf "{\"type\":\"vote\",\"event\":\"town\",\"note\":\"%s\",", s
	printf "\"voter\":\"p%02d\",\"group\":\"%s\",\"value\":%d}\n", p, group, value
	n++
}
BEGIN {
	split("all agree|none agrees|apart|halves|many pass|few", name, "|")
	for (s = 1; s <= 6; s++) {
		printf "{\"type\":\"note\",\"id\":\"s%d\",\"event\":\"town\",", s
		printf "\"text\":\"%s\"}\n", name[s]
		n++
	}
	for (p = 1; p <= 44; p++) {
		g = p > 40 ? "Youth" : p % 2 ? "Council" : "Residents"
		vote("s1", p, g, p % 10 == 0 ? -1 : 1)
		vote("s2", p, g, p % 13 == 0 ? 1 : -1)
		vote("s3", p, g, p % 2 ? 1 : -1)
		vote("s4", p, g, int(p / 2) % 2 ? 1 : -1)
		vote("s5", p, g, p % 5 == 1 ? 1 : p % 5 == 2 ? -1 : 0)
		if (p < 6)
			vote("s6", p, g, 1)
	}
	print "{\"type\":\"end\",\"records\":" n "}"
}
