#!/bin/sh
# What a kill leaves behind: each tool is killed 200 times while it writes.
. "${0%/*}/common"

demo=$here/../demo
folder=$BENCH_DIR/killed
mkdir -p "$folder"
dlg-import -e demo "$demo/event.json" "$demo/tables" >"$folder.import"
dlg-anon -r "$demo/registration.csv" "$folder.import" >"$folder.anon"
dlg-theme "$folder.anon" >"$folder.theme"
dlg-converge "$folder.theme" >"$folder.converge"

# killed COMMAND...: 200 times; its output otherwise stands in a file.
killed() {
	"$@" >"$folder.whole"
	"$here/../lib/killed" 200 "$folder" "$folder.whole" "$@" >"$folder.said"
	row "$1 killed 200 times" "$(tail -n 1 "$folder.said")" \
	    'old or new'
	row "$1: neither old nor new" "$(grep -c '^run' "$folder.said")" 0
}

killed dlg-import -e demo "$demo/event.json" "$demo/tables"
killed dlg-anon -r "$demo/registration.csv" "$folder.import"
killed dlg-theme "$folder.anon"
killed dlg-converge "$folder.theme"
killed dlg-report "$folder.converge"
