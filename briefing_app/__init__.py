"""Briefing: an offline reader for people who follow negotiations."""
