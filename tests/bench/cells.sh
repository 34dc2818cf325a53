#!/bin/sh
# dlg-anon: what many random harvests publish, counted anew; CELLS says how
# many (2,000).
# shellcheck source=tests/bench/common
. "${0%/*}/common"

: "${CELLS:=2000}"
wrong=$(timeout 3600 "$here/../lib/cellcheck" 1001 $((1000 + CELLS)) | wc -l)
row "dlg-anon, $CELLS random harvests: faults" "$wrong" 0
