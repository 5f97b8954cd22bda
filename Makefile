# The list of tasks. `make demo` and `make test` do all the set-up that they need.

SHELL := /bin/bash
PACKAGES := libxml2-dev libcurl4-openssl-dev libsqlite3-dev libssl-dev poppler-utils
VETTED := .build/release/vetted
# One configuration for everything: the model's kernels are a hundred times slower without optimization.
CONFIGURATION := -c release -Xswiftc -enable-testing
SHARED ?= ../shared
FUZZ ?= url robots html pdf encodings sentences feed entry weights wordpiece
SECONDS_EACH ?= 60

.PHONY: help deps build demo test check lint format imports kb record bench evaluate conformance endurance servers fuzz
.PHONY: install clean

help:  ## Show the tasks.
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | sort | expand -t 14

deps:  ## Install the system packages that are missing (asks for sudo only when it must).
	@Scripts/install-packages $(PACKAGES)

build: deps  ## Build the program in release mode.
	swift build $(CONFIGURATION) --product vetted

demo: build  ## Check a sample post and a sample page.
	@echo; echo '$$ vetted check Examples/post.txt Examples/page.html'; echo
	@$(VETTED) check Examples/post.txt Examples/page.html || [ $$? -eq 1 ]

test: deps  ## Run all tests.
	swift test $(CONFIGURATION) --disable-xctest

check: lint imports test kb  ## Everything a reviewer would run.

lint:  ## Check the format of the Swift files.
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Fuzz

format:  ## Put the Swift files into their format.
	swift format --in-place --parallel --recursive Package.swift Sources Tests Fuzz

imports: deps  ## Reject imports of targets that are not declared as dependencies.
	swift build $(CONFIGURATION) --build-tests --explicit-target-dependency-import-check error

kb: build  ## Check the knowledge base.
	$(VETTED) kb lint

record: deps  ## Write the expected outputs of snapshot tests anew; look at the difference before you commit it.
	VETTED_RECORD=1 swift test $(CONFIGURATION) --disable-xctest --filter 'ReportingTests|VettedCommandTests'

bench: build  ## Measure speed and memory, JSON on standard output.
	swift build $(CONFIGURATION) --product bench
	.build/release/bench

evaluate: build  ## Measure verdicts, stance, detection and retrieval, with the agreed floors.
	$(VETTED) evaluate

conformance: build  ## Measure against the data in $(SHARED), with the agreed floors.
	Scripts/conformance $(SHARED)
	Scripts/sample-feeds $(SHARED)

endurance: build  ## Kill refreshes and reviews at random moments, and look whether anything is lost.
	Scripts/endurance

servers: build  ## Fetch pages from nginx and from servers that break the rules, on the loopback interface.
	Scripts/server-trials

fuzz:  ## Fuzz the parsers of foreign bytes: FUZZ="url html", SECONDS_EACH=60.
	Scripts/fuzz $(SECONDS_EACH) $(FUZZ)

PREFIX ?= /usr/local
install: build  ## Install the program and its data under PREFIX (/usr/local).
	install -D $(VETTED) $(DESTDIR)$(PREFIX)/bin/vetted
	mkdir -p $(DESTDIR)$(PREFIX)/share/vetted
	cp -r Data KnowledgeBase $(DESTDIR)$(PREFIX)/share/vetted/

clean:  ## Remove what was built.
	rm -rf .build .build-*
