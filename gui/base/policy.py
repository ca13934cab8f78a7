"""The settings that an organization fixes for its workstations, ahead of any user. Needs no Qt.

Linux: `/etc/bonewatch/policy.toml`. Windows: values under the policy key of the registry. macOS: the managed
preferences that a configuration profile installs. All use the same setting names.
"""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import Interval

from core.base.model import Model, described
from core.base.printable import printable
from core.base.validation import ModelError, checked

POLICY_FILE = Path("/etc/bonewatch/policy.toml")
REGISTRY_KEY = r"SOFTWARE\Policies\Bonewatch"
MAC_DOMAIN = "org.bonewatch.Bonewatch"

# Settings of earlier versions are ignored, so administrators need not clean up their policies.
_RETIRED = ("language",)

Values = Mapping[str, Any]
Registry = Callable[[str, str], Values]
"""Return the values of a registry key under a root, "HKLM" or "HKCU", or nothing if there is no such key. Raises
OSError.
"""


class Settings(Model):
    """Every setting, for one user or for all users. None means not set."""

    theme: Literal["system", "light", "dark", "contrast"] | None = described("The look.", default=None)
    zoom: Annotated[int, Interval(ge=50, le=400)] | None = described(
        "The size of text and controls, in percent.", default=None
    )
    keep_recent_files: bool | None = described("Whether the File menu lists recent files.", default=None)
    ascii_notes: bool | None = described("Whether copied notes hold ASCII characters only.", default=None)
    paper: Literal["a4", "letter"] | None = described("The paper of PDF and print.", default=None)


def is_setting(name: str, value: object) -> bool:
    """Return whether a value other than None is valid for a setting, without loading the file validation code."""
    kind, _ = get_args(Settings.__annotations__[name])  # the other part is None
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if kind is bool:
        return isinstance(value, bool)
    (limits,) = kind.__metadata__
    return type(value) is int and bool(limits.ge <= value <= limits.le)


class Policy(Model):
    """The settings fixed for all users, and the problems found in how they were fixed."""

    settings: Settings = Settings()
    problems: tuple[str, ...] = ()


NO_POLICY = Policy()


def read_policy() -> Policy:
    """Return the policy of this computer."""
    if sys.platform == "win32":
        return policy_of_windows(_registry)
    if sys.platform == "darwin":
        return policy_of_mac(_managed_preferences)
    return policy_of_file(POLICY_FILE)


def policy_of_file(path: Path) -> Policy:
    """Return the policy in a TOML file, or an empty policy if there is no such file."""
    if not os.path.lexists(path):
        return NO_POLICY
    # Import late: few computers have such a file.
    from core.content.loading import ContentError, read_toml

    try:
        return _settled(read_toml(path), str(path))
    except ContentError as error:
        return _unusable(str(path), error.faults[0])


def policy_of_windows(registry: Registry) -> Policy:
    """Return the policy in the registry. Values of the computer's key override those of the user's key."""
    values: dict[str, Any] = {}
    for root in ("HKCU", "HKLM"):
        try:
            values.update(registry(root, REGISTRY_KEY))
        except OSError as error:
            return _unusable(rf"{root}\{REGISTRY_KEY}", f"cannot be read ({error.strerror or error})")
    # Registry names ignore case, and the registry stores truth values as 0 and 1.
    named = {name.lower(): value for name, value in values.items()}
    for switch in ("keep_recent_files", "ascii_notes"):
        if named.get(switch) in (0, 1):
            named[switch] = bool(named[switch])
    return _settled(named, rf"HKLM\{REGISTRY_KEY}")


def policy_of_mac(managed: Callable[[str], Values]) -> Policy:
    """Return the policy in the managed preferences of the program's domain."""
    try:
        return _settled(managed(MAC_DOMAIN), f"managed preferences {MAC_DOMAIN}")
    except (OSError, ValueError) as error:
        return _unusable(f"managed preferences {MAC_DOMAIN}", f"cannot be read ({error})")


def _settled(values: Values, where: str) -> Policy:
    """Return the policy that the values define. A wrong value is reported and ignored; the others count."""
    values = {name: value for name, value in values.items() if name not in _RETIRED}
    try:
        return Policy(settings=checked(Settings, dict(values)))
    except ModelError as error:
        found = error.faults
    wrong = {str(item["loc"][0]) for item in found}
    faults = [f"{printable('.'.join(map(str, item['loc'])))}: {item['msg']}" for item in found]
    problems = [f"{where}: {fault}" for fault in faults]
    right = {name: value for name, value in values.items() if name not in wrong}
    return Policy(settings=checked(Settings, right), problems=tuple(problems))


def _unusable(where: str, reason: str) -> Policy:
    return Policy(problems=(f"{where}: {reason}",))


def _registry(root: str, key: str) -> Values:
    import winreg

    # Typed as Any because the module and its names exist only on Windows.
    api: Any = winreg
    roots = {"HKLM": api.HKEY_LOCAL_MACHINE, "HKCU": api.HKEY_CURRENT_USER}
    try:
        with api.OpenKey(roots[root], key) as opened:
            found = (api.EnumValue(opened, index) for index in range(api.QueryInfoKey(opened)[1]))
            return {name: value for name, value, _ in found if name}
    except FileNotFoundError:
        return {}


def _managed_preferences(domain: str) -> Values:
    """Return the managed values of a domain. The computer's values override this user's."""
    # Only macOS needs this.
    import plistlib
    from xml.parsers.expat import ExpatError

    folder = Path("/Library/Managed Preferences")
    found: dict[str, Any] = {}
    for path in (folder / os.environ.get("USER", "") / f"{domain}.plist", folder / f"{domain}.plist"):
        try:
            with path.open("rb") as file:
                found.update(plistlib.load(file))
        except FileNotFoundError:
            continue
        except ExpatError as error:
            raise ValueError(f"{path} is not a property list: {error}") from None
    return found
