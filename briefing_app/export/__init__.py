"""A Briefing written to a file: PDF, HTML, Markdown or JSON, by the file's suffix."""

from briefing_app.export.options import ExportOptions, Paper, Template
from briefing_app.export.writing import SUFFIXES, export, rendered

__all__ = ["SUFFIXES", "ExportOptions", "Paper", "Template", "export", "rendered"]
