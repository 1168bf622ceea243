"""Changes: a rise or fall with the levels it links, in one sentence or over several."""
