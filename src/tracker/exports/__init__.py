"""The dataset as files for others: pure builders of text and bytes."""
