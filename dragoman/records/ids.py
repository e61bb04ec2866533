"""Content hashes of records: the same document, kind, evidence and rule give the same id on every machine."""

from __future__ import annotations

import hashlib


def record_id(document: str | None, kind: str, start: int, end: int, rule: str, more: str = "") -> str:
    """Sixteen hexadecimal digits of a SHA-256 over what makes the record this one."""
    content = "\x1f".join((document or "", kind, str(start), str(end), rule, more))
    return hashlib.sha256(content.encode()).hexdigest()[:16]
