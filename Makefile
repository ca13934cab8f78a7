# Everything a newcomer needs: `make run` and `make test` set up all that is missing, first time only.
# The work is done by tools/project.py, so that it is the same where there is no make
# (Windows: `py tools\project.py run`).

PYTHON ?= python3
PROJECT := $(PYTHON) tools/project.py

.DEFAULT_GOAL := help
.PHONY: help run test setup build dist clean-machine fuzz monkey bench release pictures goldens lint lock clean

help: ## list these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

run: ## open the window; without a display, decide the index case and draw the window into out/
	@$(PROJECT) run $(ARGS)

test: ## lint, types, every quick test, then the executable and its tests
	@$(PROJECT) test

setup: ## what run and test do first: environment, locked packages, system libraries
	@$(PROJECT) setup

build: ## the executable, in dist/bonewatch/; ONEFILE=1: one file, dist/bonewatch-onefile
	@$(PROJECT) build $(if $(filter-out 0,$(ONEFILE)),--onefile)

dist: ## the executable, packed: zip, tar, bill of materials (CycloneDX), SHA256SUMS
	@$(PROJECT) dist

clean-machine: ## run the executable in a minimal Debian without Python and network; needs root
	@$(PROJECT) clean-machine $(ARGS)

fuzz: ## throw hostile input at all that reads; ARGS="case_file --minutes 5"
	@$(PROJECT) fuzz $(ARGS)

monkey: ## let a monkey press everything on an X server of its own; ARGS="--events 5000 --seed 1"
	@$(PROJECT) monkey $(ARGS)

bench: ## measure, each figure beside a baseline of the same run
	@$(PROJECT) bench $(ARGS)

release: ## all of these checks, one after the other, and one report; ARGS="--quick", ARGS="--only audit dist"
	@$(PROJECT) release $(ARGS)

pictures: ## draw the pictures of the README and of the help anew
	@$(PROJECT) pictures $(ARGS)

goldens: ## accept how the main screens look now; out/goldens/ shows what changed; ARGS="decide-light": that one
	@$(PROJECT) goldens $(ARGS)

lint: ## style, types and the one-way street between core and gui
	@$(PROJECT) lint

lock: ## renew requirements/ from pyproject.toml; UPGRADE=1: with newest releases
	@$(PROJECT) lock $(if $(filter-out 0,$(UPGRADE)),--upgrade)

clean: ## remove what builds and runs leave; ENVIRONMENTS=1: the environments too
	@$(PROJECT) clean $(if $(filter-out 0,$(ENVIRONMENTS)),--environments)
