"""How chance is asked, in one piece from the user to the figures."""

from __future__ import annotations

from dataclasses import dataclass

from ..exceptions import TableError
from ..wording import say

TAILS = ("two_sided", "geoda", "greater", "less")
CORRECTIONS = ("none", "fdr", "bonferroni")


@dataclass(frozen=True)
class Inference:
    """Permutations of the local statistic and of the global one (0: no global p), and how they are judged.

    tail: two_sided, geoda, greater or less (significance.tail_counts). correction: what is held against alpha and
    so decides the class: none (p), fdr (q), bonferroni. Raises TableError for what cannot be.
    """

    permutations: int = 99_999
    seed: int = 123456789
    alpha: float = 0.05
    tail: str = "two_sided"
    correction: str = "none"
    global_permutations: int = 999

    def __post_init__(self) -> None:
        for word, words in ((self.tail, TAILS), (self.correction, CORRECTIONS)):
            if word not in words:
                raise TableError(say("'{0}' is none of {1}.", word, ", ".join(words)))
        if self.permutations < 1 or self.global_permutations < 0 or self.seed < 0:
            raise TableError(say("Permutations must be 1 or more, the seed 0 or more."))
        if not 0 < self.alpha < 1:
            raise TableError(say("The level of significance must lie between 0 and 1, as 0.05 does."))
