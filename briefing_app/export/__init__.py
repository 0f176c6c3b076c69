"""A Briefing written to a file: PDF, HTML, Markdown or JSON, by the file's suffix."""

from briefing_app.export.options import ExportOptions, Paper, Template
from briefing_app.export.writing import SUFFIXES, export

__all__ = ["SUFFIXES", "ExportOptions", "Paper", "Template", "export"]
