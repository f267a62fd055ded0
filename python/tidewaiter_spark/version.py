"""The version of this package, which is the binary's."""

VERSION = "0.1.0"
"""Compared with what `tidewaiter --version` says before a message is handed over. A test holds it to
`Cargo.toml` and `pyproject.toml`."""
