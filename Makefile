# Everything here begins with tools/bootstrap, which makes .venv and finds a screen.
# OPTIONS are handed on: make test OPTIONS="-k palette tests/chatapp"

PYTHON := .venv/bin/python
# Hundreds of programs are started here: each would compile all of its modules anew.
unexport PYTHONDONTWRITEBYTECODE
OPTIONS :=
# Four workers for two cores: windows and servers wait for each other most of the time.
# A thousand clients at once have a process of their own: no other test beside them.
CROWDS := tests/server/network/test_crowds.py

.PHONY: help run test test-interop test-desktop test-network fuzz torture soak check audit format bench screenshot gallery ready screen pictures dictionary terminals desktop

help:
	@echo "make run         open a chat on this computer"
	@echo "make test        run all tests, windows included"
	@echo "make test-interop  join the server with irssi, WeeChat and a library"
	@echo "make test-desktop  drag files out of a file manager onto the window"
	@echo "make test-network  break networks between computers; needs root, on Linux"
	@echo "make fuzz        make up input for what reads text from elsewhere, for minutes"
	@echo "make torture     attack server and clients for ten minutes"
	@echo "make soak        use a server for ten minutes, and see that it stays as small"
	@echo "make check       look at format, types, imports and the generated documents"
	@echo "make audit       ask which libraries have known holes; needs the network"
	@echo "make format      format the code and renew the generated documents"
	@echo "make bench       measure speed and memory"
	@echo "make screenshot  take the pictures of the README anew"
	@echo "make gallery     take a picture of each view, dark and light, into run/gallery"

run: screen
	@$(PYTHON) -m tools.demo $(OPTIONS)

test: pictures dictionary
	@$(PYTHON) -m pytest -n 4 --ignore $(CROWDS) $(OPTIONS)
	@$(PYTHON) -m pytest $(CROWDS)

test-interop: terminals
	@$(PYTHON) -m pytest -n 2 -m "" tests/server/interop $(OPTIONS)

test-desktop: desktop
	@$(PYTHON) -m pytest -m "desktop" tests/desktop $(OPTIONS)

test-network: screen
	@$(PYTHON) -m pytest -m "network" tests/network $(OPTIONS)

fuzz: screen
	@tools/bootstrap --fuzz
	@$(PYTHON) -m tools.fuzz $(OPTIONS)

torture: screen
	@$(PYTHON) -m tools.virtual_screen $(PYTHON) -m torture $(OPTIONS)

soak: screen
	@$(PYTHON) -m torture --only soak $(OPTIONS)

check: ready
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(PYTHON) -m mypy --platform win32 --cache-dir .mypy_cache/win32 chatapp server
	.venv/bin/lint-imports
	$(PYTHON) -m tools.file_map
	$(PYTHON) -m tools.protocol_page
	$(PYTHON) -m tools.settings_page
	$(PYTHON) -m tools.security_page
	$(PYTHON) -m tools.translations

format: ready
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m tools.file_map --write
	$(PYTHON) -m tools.protocol_page --write
	$(PYTHON) -m tools.settings_page --write
	$(PYTHON) -m tools.translations --write

audit: ready
	@$(PYTHON) -m tools.audit

bench: screen
	@$(PYTHON) -m tools.virtual_screen $(PYTHON) -m benchmarks $(OPTIONS)

screenshot: pictures
	@$(PYTHON) -m tools.screenshot $(OPTIONS)

gallery: pictures
	@$(PYTHON) -m tools.gallery $(OPTIONS)

ready:
	@tools/bootstrap

screen:
	@tools/bootstrap --screen

pictures:
	@tools/bootstrap --screen --emoji

dictionary:
	@tools/bootstrap --screen --dictionary

terminals:
	@tools/bootstrap --terminals

desktop:
	@tools/bootstrap --screen --desktop
