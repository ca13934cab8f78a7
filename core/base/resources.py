"""The only reader of packaged files."""

from pathlib import Path

# Beside the packages in a checkout and in the one-folder executable alike.
ROOT = Path(__file__).resolve().parents[2] / "resources"


def resource_path(name: str) -> Path:
    """The path of the packaged file or folder `name`, for example "themes/light.toml".

    Raises FileNotFoundError, naming what is missing, when the installation is damaged.
    """
    path = ROOT / name
    if not path.exists():
        raise FileNotFoundError(f"The packaged file resources/{name} is missing: install Bonewatch again.")
    return path
