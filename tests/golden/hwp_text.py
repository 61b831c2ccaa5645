"""What a HWP 5 file says by plain means: the text of its paragraphs (HWPTAG_PARA_TEXT), read without a line of jangbu.

A record begins with 32 bits: tag (10), level (10), size (12; 0xFFF: the size follows in 32 bits). A code below 32 is a control: some take one
UTF-16 unit, all others eight (Hancom, HWP document file format 5.0, tables 6, 57 and 58).
"""

import re
import struct
import zlib

import olefile

PARA_TEXT, CTRL_HEADER = 67, 71
ONE_UNIT = {0, 10, 13, *range(24, 32)}
FIELD_BEGIN, FIELD_END = 3, 4
UNSEEN = {b"tcmt"}  # hidden comments, which no page prints


def sections(path):
    """The unpacked sections; None where the file is encrypted, distributed or damaged."""
    try:
        with olefile.OleFileIO(path) as ole:
            flags = struct.unpack_from("<I", ole.openstream("FileHeader").read(), 36)[0]
            if flags & 0b110:  # a password; for distribution
                return None
            names = sorted((n for n in ole.listdir() if n[0] == "BodyText"), key=lambda n: int(re.sub(r"\D", "", n[1]) or 0))
            streams = [ole.openstream(n).read() for n in names]
            return [zlib.decompressobj(-15).decompress(s) for s in streams] if flags & 1 else streams
    except (OSError, zlib.error, struct.error, ValueError, KeyError):
        return None


def records(section):
    at = 0
    while at + 4 <= len(section):
        (head,) = struct.unpack_from("<I", section, at)
        at += 4
        size = head >> 20
        if size == 0xFFF:
            if at + 4 > len(section):
                return
            (size,) = struct.unpack_from("<I", section, at)
            at += 4
        yield head & 0x3FF, head >> 10 & 0x3FF, section[at : at + size]
        at += size


def guidance_in(body):
    """What click-here fields ask for (table 153: the command of the field), without blanks: where it is still their text, nobody filled them in,
    and it is printed nowhere."""
    out = set()
    for tag, _, payload in records(body):
        if tag == CTRL_HEADER and payload[:4][::-1] == b"%clk" and len(payload) > 11:
            (length,) = struct.unpack_from("<H", payload, 9)
            command = payload[11 : 11 + 2 * length].decode("utf-16-le", "replace")
            if match := re.search(r"Direction:wstring:(\d+):", command):
                out.add("".join(command[match.end() : match.end() + int(match[1])].split()))
    return out


def text_of_paragraph(payload, guidance):
    units = struct.unpack(f"<{len(payload) // 2}H", payload[: len(payload) // 2 * 2])
    text, field, at = [], None, 0  # `field`: where the text of the field that is open begins
    as_text = lambda some: struct.pack(f"<{len(some)}H", *some).decode("utf-16-le", "replace")
    while at < len(units):
        unit = units[at]
        text.append(unit if unit >= 32 else 32)
        if unit == FIELD_BEGIN:
            field = len(text)
        elif unit == FIELD_END and field is not None:
            if "".join(as_text(text[field:]).split()) in guidance:
                del text[field:]
            field = None
        at += 1 if unit >= 32 or unit in ONE_UNIT else 8
    return as_text(text)


def text_of_hwp(path):
    """All paragraphs of the file, those in cells, boxes, notes, headers and footers too. None where it cannot be read by plain means."""
    bodies = sections(path)
    if bodies is None:
        return None
    texts = []
    for body in bodies:
        guidance = guidance_in(body)
        hidden = None  # the level of a control whose text no page prints
        for tag, level, payload in records(body):
            if hidden is not None and level <= hidden:
                hidden = None
            if tag == CTRL_HEADER and payload[:4][::-1] in UNSEEN and hidden is None:
                hidden = level
            if tag == PARA_TEXT and hidden is None:
                texts.append(text_of_paragraph(payload, guidance))
    return "\n".join(texts)
