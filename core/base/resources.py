"""The only reader of packaged files."""

from pathlib import Path

# The resources are next to the packages, both in a checkout and in the one-folder executable.
ROOT = Path(__file__).resolve().parents[2] / "resources"


def resource_path(name: str) -> Path:
    """Return the path of the packaged file or folder `name`, for example "themes/light.toml".

    Raise FileNotFoundError, naming the missing file, when the installation is damaged.
    """
    path = ROOT / name
    if not path.exists():
        raise FileNotFoundError(f"The packaged file resources/{name} is missing: install Bonewatch again.")
    return path
