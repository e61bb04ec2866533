"""Reads, checks and compiles language packs; knows no language."""
