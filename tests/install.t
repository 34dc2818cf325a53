#!/bin/sh
# make install puts tools, pages and completions in their places; make
# uninstall takes all of them away again.
. "${0%/*}/lib/tap.sh"

installed() {
	(cd "$work/root" && find . ! -type d | sort)
}

in_project() {
	make -s -C "$here/.." B="$DLG_BIN" PREFIX=/usr DESTDIR="$work/root" "$@"
}

exits 0 'make install' in_project install
installed >files
for tool in $(cd "$DLG_BIN" && ls -d dlg-*); do
	has "$tool is installed" files "^\./usr/bin/$tool$"
	has "$tool has its page" files "^\./usr/share/man/man1/$tool\.1$"
	has "$tool completes in bash" files "/completions/$tool$"
	has "$tool completes in zsh" files "/site-functions/_$tool$"
	has "$tool completes in fish" files "/vendor_completions.d/$tool.fish$"
	exits 0 "$tool runs where it is installed" \
		"$work/root/usr/bin/$tool" --version
	exits 0 "$tool's completion is good bash" \
		bash -n "root/usr/share/bash-completion/completions/$tool"
	"$tool" --help | sed -n 's/^  .*\(--[a-z-]*\).*/\1/p' >options
	missing=
	while read -r option; do
		grep -q -e "[ ']$option\b" \
			"root/usr/share/bash-completion/completions/$tool" ||
			missing="$missing $option"
	done <options
	is "$tool completes every option" '' "$missing"
done
exits 0 'make uninstall' in_project uninstall
installed >files
empty 'nothing is left' files
done_testing
