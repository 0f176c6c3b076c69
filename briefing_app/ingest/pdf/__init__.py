"""The pages of a PDF into blocks: lines where they stand, in reading order, joined into paragraphs."""
