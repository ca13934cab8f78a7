"""Reduce libicudata for the executable: remove names of languages, regions and the like in 200 languages.

Qt for Linux ships ICU, whose tables are the largest single file of the bundle (32 MB). Qt uses ICU for sorting text,
old encodings, upper and lower case, and time zone rules; those tables stay. This module removes what Qt provides itself
or never uses: the names of languages, regions, currencies, units and time zones, spelled-out numbers, transliteration,
and the dictionaries for line breaking. ICU reports missing data to its callers, which must expect that.

The library stores the tables as one package: a header, a list of (name, place), then the tables. See "ICU Data" in
ICU's user guide, and ucmndata.h in its source.
"""

import struct
import subprocess
from pathlib import Path

UNASKED = {"brkitr", "curr", "lang", "rbnf", "region", "translit", "unit", "zone"}
ALIGNMENT = 16


def trim(library: Path, folder: Path) -> Path:
    """Write a copy of ICU's data library without the unused tables.

    Args:
        library: The file libicudata.so.NN of Qt.
        folder: The folder for the copy, which keeps the file name.

    Returns:
        The copy.

    Raises:
        ValueError: The file does not have the format that ICU's sources describe.
        subprocess.CalledProcessError: The linker failed.
    """
    package = _package(library.read_bytes())
    smaller = _without(package, UNASKED)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "icudata").write_bytes(smaller)
    symbol = f"icudt{library.name.rpartition('.')[2]}_dat"
    for command in (
        ["ld", "-r", "-b", "binary", "-o", "icudata.o", "icudata"],
        ["objcopy", "--rename-section", ".data=.rodata,alloc,load,readonly,data,contents",
         "--set-section-alignment", f".data={ALIGNMENT}", "--redefine-sym", f"_binary_icudata_start={symbol}",
         "--strip-symbol", "_binary_icudata_end", "--strip-symbol", "_binary_icudata_size", "icudata.o"],
        ["ld", "-shared", "-z", "noexecstack", "-soname", library.name, "-o", library.name, "icudata.o"],
    ):  # fmt: skip
        subprocess.run(command, cwd=folder, check=True)
    return folder / library.name


def _package(library: bytes) -> bytes:
    """Return the part of the library that is ICU's package of tables."""
    start = library.find(b"CmnD") - 12
    if start < 0 or library[start + 2 : start + 4] != b"\xda\x27":
        raise ValueError("no package of ICU tables found")
    return library[start:]


def _without(package: bytes, folders: set[str]) -> bytes:
    """Return the package without the tables of some folders."""
    (header_size,) = struct.unpack_from("<H", package)
    content = package[header_size:]
    (count,) = struct.unpack_from("<I", content)
    places = [struct.unpack_from("<II", content, 4 + 8 * number) for number in range(count)]
    names = [content[name : content.index(b"\0", name)] for name, _ in places]
    # Each table ends where the next begins. The end of the last one is not recorded, so it ends with the file.
    ends = [place for _, place in places[1:]] + [len(content)]
    tables = [
        (name, content[place:end])
        for name, (_, place), end in zip(names, places, ends, strict=True)
        if name.decode().split("/")[1] not in folders
    ]
    name_place = 4 + 8 * len(tables)
    table_place = _aligned(name_place + sum(len(name) + 1 for name, _ in tables))
    listing, all_names, all_tables = b"", b"", b""
    for name, table in tables:
        place = table_place + len(all_tables)
        listing += struct.pack("<II", name_place + len(all_names), place)
        all_names += name + b"\0"
        all_tables += table.ljust(_aligned(len(table)), b"\0")
    body = struct.pack("<I", len(tables)) + listing + all_names
    return package[:header_size] + body.ljust(table_place, b"\0") + all_tables


def _aligned(size: int) -> int:
    return -(-size // ALIGNMENT) * ALIGNMENT
