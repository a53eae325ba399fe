"""The glyphs of a TrueType font that a PDF needs, as a font of their own.

matplotlib asks fontTools for it, which takes apart all 30,000 glyphs of a Chinese font, with the tables of
its layout, for every file: two thirds of the time of a PDF. A PDF is told each glyph by its number, so it
needs outlines and widths alone, which are copied here (OpenType 1.9: glyf, loca, hmtx).
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from matplotlib.backends import _backend_pdf_ps
from matplotlib.font_manager import FontPath

#: Tables that are kept as they are; they hold the programs that set outlines to a grid.
_KEPT = ("cvt ", "fpgm", "gasp", "prep")
_NEEDED = ("glyf", "head", "hhea", "hmtx", "loca", "maxp", "post")
# Of a part of a composite glyph: its arguments are words, more follow, it is scaled in one of three ways.
_WORDS, _MORE, _SCALED, _TWO_SCALES, _MATRIX = 0x1, 0x20, 0x8, 0x40, 0x80
# What the checksum of a whole font comes to with the entry of ``head`` for it.
_WHOLE = 0xB1B0AFBA


@dataclass(frozen=True, slots=True)
class _Source:
    """The tables of a font file, and where each glyph begins in ``glyf``."""

    tables: Mapping[str, bytes]
    places: tuple[int, ...]

    def outline(self, glyph: int) -> bytes:
        return self.tables["glyf"][self.places[glyph] : self.places[glyph + 1]]

    def width(self, glyph: int) -> bytes:
        """Advance and bearing; the last glyphs of a font share the last advance."""
        metrics, (full,) = self.tables["hmtx"], struct.unpack_from(">H", self.tables["hhea"], 34)
        if glyph < full:
            return metrics[4 * glyph : 4 * glyph + 4]
        at = 4 * full + 2 * (glyph - full)
        return metrics[4 * full - 4 : 4 * full - 2] + metrics[at : at + 2]


@dataclass(frozen=True, slots=True)
class Subset:
    """A font file as bytes, and for each glyph asked for its number there."""

    data: bytes
    glyph_index_map: dict[int, int]

    @property
    def font(self) -> Subset:
        return self

    def save(self, file: BytesIO, reorderTables: bool = False) -> None:
        """As fontTools' font is saved."""
        file.write(self.data)


@cache
def _source(path: Path) -> _Source | None:
    """None for what is not TrueType (a collection, outlines of PostScript)."""
    data = path.read_bytes()
    if data[:4] not in (b"\0\1\0\0", b"true"):
        return None
    tables = {}
    for at in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, at)
        if (name := tag.decode("latin-1")) in (*_KEPT, *_NEEDED):
            tables[name] = data[start : start + length]
    if any(name not in tables for name in _NEEDED):
        return None
    (is_long,) = struct.unpack_from(">h", tables["head"], 50)
    count = struct.unpack_from(">H", tables["maxp"], 4)[0] + 1
    places = struct.unpack_from(f">{count}{'L' if is_long else 'H'}", tables["loca"])
    return _Source(tables, places if is_long else tuple(2 * place for place in places))


def subset(path: Path, glyphs: Collection[int]) -> Subset | None:
    """The font with these glyphs and those they are put together from; None where it cannot be cut."""
    source = _source(path)
    if source is None:
        return None
    wanted = {0, *glyphs}
    waiting = list(wanted)
    while waiting:
        parts = {part for _, part in _components(source.outline(waiting.pop()))} - wanted
        wanted |= parts
        waiting += parts
    order = sorted(wanted)
    number = {glyph: at for at, glyph in enumerate(order)}
    outlines = [_renumbered(source.outline(glyph), number) for glyph in order]
    places = [0]
    for outline in outlines:
        places.append(places[-1] + len(outline))
    tables = {name: source.tables[name] for name in _KEPT if name in source.tables}
    tables |= {
        "glyf": b"".join(outlines),
        "loca": struct.pack(f">{len(places)}L", *places),
        "hmtx": b"".join(source.width(glyph) for glyph in order),
        "hhea": _with(source.tables["hhea"], 34, ">H", len(order)),
        "maxp": _with(source.tables["maxp"], 4, ">H", len(order)),
        "head": _with(_with(source.tables["head"], 50, ">h", 1), 8, ">L", 0),
        "post": struct.pack(">L", 0x30000) + source.tables["post"][4:32],  # without names
    }
    return Subset(_file(tables), {glyph: number[glyph] for glyph in glyphs})


def _with(table: bytes, at: int, form: str, value: int) -> bytes:
    changed = bytearray(table)
    struct.pack_into(form, changed, at, value)
    return bytes(changed)


def _components(outline: bytes) -> Iterator[tuple[int, int]]:
    """Where a composite glyph names each of its parts, and which."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        yield at + 2, part
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & _SCALED else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _renumbered(outline: bytes, number: Mapping[int, int]) -> bytes:
    """With its parts under their new numbers, and as long as a multiple of four bytes."""
    for at, part in list(_components(outline)):
        outline = _with(outline, at, ">H", number[part])
    return outline + bytes(-len(outline) % 4)


def _file(tables: Mapping[str, bytes]) -> bytes:
    """A font file: its directory, then its tables, each on a multiple of four bytes."""
    power = len(tables).bit_length() - 1
    data = struct.pack(">LHHHH", 0x10000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    at = len(data) + 16 * len(tables)
    places: dict[str, int] = {}
    bodies: list[bytes] = []
    for name, table in sorted(tables.items()):
        places[name] = at
        bodies.append(table + bytes(-len(table) % 4))
        data += struct.pack(">4sLLL", name.encode("latin-1"), _checksum(bodies[-1]), at, len(table))
        at += len(bodies[-1])
    data += b"".join(bodies)
    return _with(data, places["head"] + 8, ">L", (_WHOLE - _checksum(data)) & 0xFFFFFFFF)


def _checksum(data: bytes) -> int:
    return sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF


@contextmanager
def quick_embedding() -> Iterator[None]:
    """Within this block PDFs get their fonts cut here where that can be done, else as matplotlib does it."""
    theirs = _backend_pdf_ps.get_glyphs_subset

    def ours(fontfile: FontPath, glyphs: Collection[int]) -> AbstractContextManager[Any]:
        made = None if fontfile.face_index else subset(Path(fontfile), glyphs)
        return theirs(fontfile, set(glyphs)) if made is None else nullcontext(made)

    _backend_pdf_ps.get_glyphs_subset = ours
    try:
        yield
    finally:
        _backend_pdf_ps.get_glyphs_subset = theirs
