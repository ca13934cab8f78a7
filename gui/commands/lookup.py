"""`bonewatch lookup`: the rating tables of the five variants and the matching reference entries, without Qt."""

import json
import sys
from argparse import Namespace

from core.base.resources import resource_path
from core.content import Content, Variant, by_id
from core.content.citations import source_ids
from core.content.packaged import packaged_content
from core.reference.lookup import LookupEntry, entries, matching
from core.reference.shelf import Shelf, load_shelf
from gui.commands.common import complain


def lookup_command(options: Namespace) -> int:
    """Print the tables and the entries that contain all words. Return exit status 0, or 2 for an unknown variant."""
    content = packaged_content()
    known = by_id(content.variants)
    if options.variant is not None and options.variant not in known:
        complain([f"--variant: '{options.variant}' is not a variant; take one of {', '.join(known)}"])
        return 2
    variants = content.variants if options.variant is None else (known[options.variant],)
    shelf = load_shelf(resource_path("reference"), content)
    found = matching(options.words, entries(content, shelf))
    if options.format == "json":
        _print_json(variants, found)
    else:
        _print_text(variants, found, options.words, content, shelf)
    return 0


def _print_json(variants: tuple[Variant, ...], found: tuple[LookupEntry, ...]) -> None:
    document = {
        "variants": [
            {
                "id": variant.id,
                "title": variant.title,
                "ratings": [
                    {
                        "procedure": rating.procedure,
                        "category": rating.category,
                        "provenance": list(rating.provenance),
                        "sources": list(source_ids(rating.sources)),
                    }
                    for rating in variant.ratings
                ],
            }
            for variant in variants
        ],
        "entries": [vars(entry) for entry in found],
    }
    sys.stdout.buffer.write(json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n")
    sys.stdout.buffer.flush()


def _print_text(
    variants: tuple[Variant, ...], found: tuple[LookupEntry, ...], words: list[str], content: Content, shelf: Shelf
) -> None:
    from gui.commands.terminal import print_entries, print_variants

    print_variants(variants, content, shelf.reading_notice)
    # Without search words print only the number of entries: the whole reference is too long to read.
    print_entries(found if words else (), " ".join(words), len(found))
