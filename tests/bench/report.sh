#!/bin/sh
# dlg-report on the findings of BENCH_NOTES notes in 50 themes: memory is
# bounded by themes and quotes.
# shellcheck source=tests/bench/common
. "${0%/*}/common"

n=$BENCH_NOTES

# Notes of 12 words in 50 themes, then themes and findings with all evidence.
findings() {
	awk -v n="$1" '
	BEGIN {
		split("agreement divergence action question principle quote", mark, " ")
		records = 1
		print "{\"type\":\"event\",\"event\":\"e\",\"title\":\"Bench\",\"date\":\"2026-03-12\",\"rule\":\"none\"}"
		for (i = 1; i <= n; i++) {
			t = i * 7919 % 50 + 1
			m = i % 9 ? "" : ",\"mark\":\"" mark[i / 9 % 6 + 1] "\""
			printf "{\"type\":\"note\",\"event\":\"e\",\"id\":\"n%d\",\"date\":\"2026-03-12\",", i
			printf "\"table\":\"%d\",\"round\":\"%d\",\"question\":\"What keeps people from reaching care?\",", i % 40, i % 3
			printf "\"group\":\"group %d\",\"text\":\"The bus %d leaves before the evening clinics end, and people who came by it must walk home or wait; caf\303\251 %d could stay open.\"%s,", i % 6, i, i % 97, m
			printf "\"themes\":[{\"id\":\"t%d\",\"score\":0.%d}]}\n", t, i % 90 + 10
			ids[t] = ids[t] (ids[t] == "" ? "" : ",") "\"n" i "\""
			records++
		}
		split("convergent contested single-voice recurring", verdict, " ")
		for (t = 1; t <= 50; t++) {
			print "{\"type\":\"theme\",\"id\":\"t" t "\",\"label\":\"theme " t "\",\"notes\":" n / 50 "}"
			print "{\"type\":\"finding\",\"id\":\"f" t "\",\"theme\":\"t" t "\",\"event\":\"e\",\"verdict\":\"" verdict[t % 4 + 1] "\",\"basis\":\"marks\",\"rule\":\"r\",\"counts\":{\"notes\":" n / 50 ",\"tables\":40,\"of_tables\":40,\"by_group\":{\"group 1\":3,\"group 2\":4}},\"evidence\":[" ids[t] "]}"
			records += 2
		}
		print "{\"type\":\"end\",\"records\":" records ",\"tool\":\"bench\",\"version\":\"0\"}"
	}'
}

stream=$(data "findings-$n.jsonl" findings "$n")
small=$(data findings-20000.jsonl findings 20000)
for template in weekly brief fsd synthesis; do
	measure dlg-report -t "$template" "$small" >/dev/null
	took
	least=$rss
	goal='1 s or less for 1,000,000 notes'
	bound="as for 20,000 notes, $least MiB"
	measure dlg-report -t "$template" "$stream" >/dev/null
	took
	row "dlg-report -t $template" "$cpu s CPU, $wall s" "$goal"
	row "dlg-report -t $template: peak memory" "$rss MiB" "$bound"
done
