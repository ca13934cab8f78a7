# Everything a newcomer needs: `make run` and `make test` set up what is missing, the first time only.
# The work is done by tools/project.py, which also runs without make (Windows: `py tools\project.py run`).

PYTHON ?= python3
PROJECT := $(PYTHON) tools/project.py

.DEFAULT_GOAL := help
.PHONY: help run check test qa setup build dist clean-machine fuzz monkey bench pictures goldens lint lock clean

help: ## list these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

run: ## open the window; without a display, decide the index case and draw the window into out/
	@$(PROJECT) run $(ARGS)

check: ## style, types, and the tests without a window: under a minute
	@$(PROJECT) check

test: ## the everyday tests: check, the window, the executable: under ten minutes
	@$(PROJECT) test

qa: ## everything, before a release: hours; ARGS="--quick", ARGS="--only audit dist"
	@$(PROJECT) qa $(ARGS)

setup: ## what run and test do first: environment, locked packages, system libraries
	@$(PROJECT) setup

build: ## build the executable in dist/bonewatch/; ONEFILE=1: one file, dist/bonewatch-onefile
	@$(PROJECT) build $(if $(filter-out 0,$(ONEFILE)),--onefile)

dist: ## pack the executable: zip, tar, bill of materials (CycloneDX), SHA256SUMS
	@$(PROJECT) dist

clean-machine: ## run the executable in a minimal Debian without Python and network; needs root
	@$(PROJECT) clean-machine $(ARGS)

fuzz: ## feed hostile input to every reader; ARGS="case_file --minutes 5"
	@$(PROJECT) fuzz $(ARGS)

monkey: ## press everything at random on an X server; ARGS="--events 5000 --seed 1"
	@$(PROJECT) monkey $(ARGS)

bench: ## measure speed and memory as ratios to a baseline of the same run
	@$(PROJECT) bench $(ARGS)

pictures: ## draw the pictures of the README and the help again
	@$(PROJECT) pictures $(ARGS)

goldens: ## accept how the main screens look now; out/goldens/ shows what changed; ARGS="decide-light"
	@$(PROJECT) goldens $(ARGS)

lint: ## style, types on three systems, and the direction of imports
	@$(PROJECT) lint

lock: ## renew requirements/ from pyproject.toml; UPGRADE=1: with the newest releases
	@$(PROJECT) lock $(if $(filter-out 0,$(UPGRADE)),--upgrade)

clean: ## remove what builds and runs leave behind; ENVIRONMENTS=1: the environments too
	@$(PROJECT) clean $(if $(filter-out 0,$(ENVIRONMENTS)),--environments)
