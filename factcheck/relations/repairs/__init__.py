"""Repairs sought: what edit of the text would mend a failed relation, and who is the culprit."""
