"""Briefing: an offline reader for people who follow negotiations."""

import os

# What NumPy multiplies with reads these once, when NumPy is first imported. Small matrices are multiplied faster by one
# thread, and more would take the cores from the window and from other workers.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("VECLIB_MAXIMUM_THREADS", "1")
