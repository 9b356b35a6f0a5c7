# Everything a person does with this house. A bare `make` lists it.

PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
DESTDIR ?=
BINARY = .build/release/haidang
EVENTS = out/events.json
INCIDENTS = out/incidents.db
SCENARIO = captures/drills/portal-webshell
DRILL = out/drill

.DEFAULT_GOAL := help
.PHONY: help deps build run test lint bench captures fuzz sanitize install clean

help: ## list what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## install the libraries and tools that are missing (Debian, Ubuntu)
	@.ci/deps

build: deps ## build the program, as a release
	swift build -c release --product haidang

run: build ## build, scan captures/ with rules/, show what was found and the incidents it makes, then play a drill
	@mkdir -p out && rm -f $(EVENTS) $(INCIDENTS)*
	@$(BINARY) scan captures --rules rules --networks packaging/networks.example.yml --event-log $(EVENTS) \
		--store $(INCIDENTS) || [ $$? -eq 1 ]
	@echo
	@$(BINARY) incident list --store $(INCIDENTS) --severity 1 --limit 12
	@echo
	@rm -rf $(DRILL) && $(BINARY) drill run $(SCENARIO) --pace 0 --rules rules --to $(DRILL) || [ $$? -eq 1 ]
	@$(BINARY) incident list --store $(DRILL)/drill.db 2>/dev/null
	@$(BINARY) drill report $(DRILL) -o $(DRILL)/report.html && echo "$(DRILL)/report.html"

test: deps ## run every test; HAIDANG_CAPTURES=FOLDER adds those over real captures
	swift build --build-tests
	swift test --skip-build

lint: ## check the form of the code
	swift format lint --strict -r Sources Tests Package.swift
	@if command -v shellcheck >/dev/null; then shellcheck $$(find .ci packaging -type f -exec grep -l "^#!/bin/sh" {} +); fi

bench: ## measure, and write docs/PERFORMANCE.md; HAIDANG_BULK=FILE adds a capture of your own
	@.ci/deps bench
	swift build -c release --product forge
	swift build -c release --product haidang-bench
	.build/release/haidang-bench

captures: deps ## make captures/ anew, byte for byte
	swift run forge captures

fuzz: deps ## fuzz decoding, reassembly and every parser, C libraries included, FUZZ_SECONDS=60 each
	@.ci/fuzz

sanitize: deps ## run the tests with the thread and the address sanitizer
	@.ci/sanitize

install: ## install what `make build` built: PREFIX=/usr/local SYSCONFDIR=/etc DESTDIR=
	@test -x $(BINARY) || { echo "Nothing is built yet: run make build first." >&2; exit 1; }
	.ci/install "$(DESTDIR)" "$(PREFIX)" "$(SYSCONFDIR)"

clean: ## remove everything that was built
	rm -rf .build .build-* out
