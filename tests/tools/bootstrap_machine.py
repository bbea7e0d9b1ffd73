"""A machine for the bootstrap, whose programs are scripts that tell of themselves."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
# A Python whose abilities are files beside it; it makes a .venv that is like itself.
PYTHON = """#!/bin/sh
case "$*" in
    -V) echo "Python 3.99" ;;
    "-m venv .venv")
        mkdir -p .venv/bin
        cp "$0" .venv/bin/python
        echo venv >>"$CALLS" ;;
    "-m pip"*)
        echo pip >>"$CALLS"
        echo "WARNING: Location is ignored" >&2
        test ! -e "$STATE/no-network" ;;
    *ensurepip*) test -e "$0.suits" || test -e "$STATE/python3-tk" ;;
    *emoji*) test -e "$STATE/emoji" ;;
    *enchant*) test -e "$STATE/dictionary" ;;
    *atheris*) test -e "$STATE/atheris" ;;
    *find_spec*) test ! -e "$STATE/broken" ;;
    *tkinter.Tk*) test -e "$STATE/display" ;;
esac
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$CALLS"
test ! -e "$STATE/no-network" || exit 100
case "$*" in *python3-tk*) touch "$STATE/python3-tk" ;; esac
"""
ROOT_ID = "#!/bin/sh\necho 0\n"
PLAIN_TOOLS = "cat cksum cp dirname env head mkdir rm sh touch true"


class Machine:
    """A checkout and a PATH in which everything that matters is ours."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.state = folder / "state"
        self.bin = folder / "bin"
        self.calls_file = folder / "calls"
        (self.checkout / "tools").mkdir(parents=True)
        self.state.mkdir()
        self.bin.mkdir()
        shutil.copy(ROOT / "tools" / "bootstrap", self.checkout / "tools")
        (self.checkout / "pyproject.toml").write_text("[project]\n")
        for tool in PLAIN_TOOLS.split():
            (self.bin / tool).symlink_to(str(shutil.which(tool)))
        self.add("id", ROOT_ID)
        self.add("apt-get", APT_GET)

    def add(self, name: str, script: str) -> None:
        (self.bin / name).write_text(script)
        (self.bin / name).chmod(0o755)

    def add_python(self, name: str, *, suits: bool) -> None:
        self.add(name, PYTHON)
        if suits:
            (self.bin / f"{name}.suits").touch()

    def lend_venv(self, name: str) -> None:
        """Let there be a .venv of a Python of this machine, which suits, too."""
        folder = self.checkout / ".venv" / "bin"
        folder.mkdir(parents=True, exist_ok=True)
        for copy in ("python", name):
            shutil.copy(self.bin / name, folder / copy)
            (folder / f"{copy}.suits").touch()

    def has(self, fact: str) -> None:
        (self.state / fact).touch()

    def bootstrap(
        self, *arguments: str, python_folders: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        environment = {
            "PATH": str(self.bin),
            "PYTHON_FOLDERS": python_folders or str(self.bin),
            "STATE": str(self.state),
            "CALLS": str(self.calls_file),
        }
        self.calls_file.write_text("")
        return subprocess.run(
            ["tools/bootstrap", *arguments],
            cwd=self.checkout,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def calls(self) -> list[str]:
        return self.calls_file.read_text().splitlines()
