"""The only reader of packaged files."""

import pytest

from core.base.resources import resource_path


def test_packaged_file_is_found() -> None:
    assert resource_path("content/pathway.toml").is_file()
    assert resource_path("cases").is_dir()


def test_missing_file_is_named_with_what_to_do() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/themes/pink\.toml is missing: install Bonewatch again"):
        resource_path("themes/pink.toml")
