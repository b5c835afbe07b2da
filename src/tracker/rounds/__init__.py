"""The rounds: each with its terms and tally on a day, and any two of them compared."""

from tracker.rounds.comparison import Comparison, compare_rounds
from tracker.rounds.pair import Pair, pair_of
from tracker.rounds.round_sentences import tell
from tracker.rounds.summaries import RoundSummary, round_summaries

__all__ = ["Comparison", "Pair", "RoundSummary", "compare_rounds", "pair_of", "round_summaries", "tell"]
