"""A Briefing written to a file, in the form of the file's suffix."""

from briefing_app.export.forms import FORMS, SUFFIXES
from briefing_app.export.options import ExportOptions, Paper, Template
from briefing_app.export.writing import export, rendered

__all__ = ["FORMS", "SUFFIXES", "ExportOptions", "Paper", "Template", "export", "rendered"]
