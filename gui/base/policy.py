"""The settings that an organization fixes for its workstations, ahead of any user. Needs no Qt.

Linux: `/etc/bonewatch/policy.toml`. Windows: values under the policy key of the registry. macOS: the managed
preferences that a configuration profile installs. All use the same setting names.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gui.base.settings_table import RETIRED, SETTINGS, Value, fault

POLICY_FILE = Path("/etc/bonewatch/policy.toml")
REGISTRY_KEY = r"SOFTWARE\Policies\Bonewatch"
MAC_DOMAIN = "org.bonewatch.Bonewatch"

Values = Mapping[str, Any]
Registry = Callable[[str, str], Values]
"""Return the values of a registry key under a root, "HKLM" or "HKCU", or nothing if there is no such key. Raises
OSError.
"""


@dataclass(frozen=True)
class Policy:
    """The settings fixed for all users, by name, and the problems found in how they were fixed."""

    settings: Mapping[str, Value] = field(default_factory=dict)
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
    for name, value in named.items():
        if name in SETTINGS and SETTINGS[name].is_switch and value in (0, 1):
            named[name] = bool(value)
    return _settled(named, rf"HKLM\{REGISTRY_KEY}")


def policy_of_mac(managed: Callable[[str], Values]) -> Policy:
    """Return the policy in the managed preferences of the program's domain."""
    try:
        return _settled(managed(MAC_DOMAIN), f"managed preferences {MAC_DOMAIN}")
    except (OSError, ValueError) as error:
        return _unusable(f"managed preferences {MAC_DOMAIN}", f"cannot be read ({error})")


def _settled(values: Values, where: str) -> Policy:
    """Return the policy that the values define. A wrong value is reported and ignored; the others count."""
    given = {name: value for name, value in values.items() if name not in RETIRED and value is not None}
    faults = {name: fault(name, value) for name, value in given.items()}
    return Policy(
        settings={name: value for name, value in given.items() if not faults[name]},
        problems=tuple(f"{where}: {found}" for found in faults.values() if found),
    )


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
