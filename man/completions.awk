# Make the completions of a tool, for the shell named, from its --help.
# awk -v shell=bash|zsh|fish -v tool=NAME -f completions.awk

/^  (-.,|   ) --/ {
	n++
	letters[n] = substr($0, 3, 1) == "-" ? substr($0, 4, 1) : ""
	rest = substr($0, 7)
	match(rest, /  +/)
	helps[n] = substr(rest, RSTART + RLENGTH)
	gsub(/['\[\]:]/, " ", helps[n])
	count = split(substr(rest, 1, RSTART - 1), words, " ")
	names[n] = substr(words[1], 3)
	args[n] = count > 1 ? words[2] : ""
}

function bash(   i, all) {
	for (i = 1; i <= n; i++)
		all = all " --" names[i] (letters[i] ? " -" letters[i] : "")
	printf "complete -o default -W '%s' %s\n", substr(all, 2), tool
}

function zsh(   i, arg) {
	printf "#compdef %s\n_arguments \\\n", tool
	for (i = 1; i <= n; i++) {
		arg = args[i] ? ":" args[i] ":" (args[i] ~ /file|dir/ ? "_files" : " ") : ""
		if (letters[i])
			printf "\t'-%s[%s]%s' \\\n", letters[i], helps[i], arg
		printf "\t'--%s[%s]%s' \\\n", names[i], helps[i], arg
	}
	print "\t'*:file:_files'"
}

function fish(   i) {
	for (i = 1; i <= n; i++)
		printf "complete -c %s -l %s%s%s -d '%s'\n", tool, names[i],
			letters[i] ? " -s " letters[i] : "",
			args[i] ? " -r" : "", helps[i]
}

END {
	if (shell == "bash")
		bash()
	else if (shell == "zsh")
		zsh()
	else
		fish()
}
