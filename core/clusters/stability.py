"""How far clusters hang on what is not known: uncertain values drawn within their ranges, again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from .site_values import Variable


def is_uncertain(variables: Sequence[Variable]) -> bool:
    """Whether any value may be another by what is not known."""
    return any(
        variable.lowest is not None and bool(np.any(variable.lowest < variable.highest))
        for variable in variables
    )


def drawn(variable: Variable, random: np.random.Generator) -> np.ndarray:
    """Values drawn evenly between the lowest and the highest possible, (n,); levels are whole numbers.

    Nothing is known of where in its range a value lies, so all of it is taken as equally likely. A variable
    without ranges stays as it is, and so does what is not known at all (NaN).
    """
    if variable.lowest is None or variable.highest is None:
        return variable.values
    share = random.random(len(variable.values))
    if not variable.is_whole:
        return variable.lowest + share * (variable.highest - variable.lowest)
    steps = variable.highest - variable.lowest + 1
    return np.minimum(variable.lowest + np.floor(share * steps), variable.highest)


def shares_held(
    classes: np.ndarray,
    variables: Sequence[Variable],
    n_draws: int,
    seed: int,
    classes_of: Callable[[Sequence[np.ndarray]], np.ndarray],
    report: Callable[[float], None],
) -> np.ndarray:
    """The share of draws in which each site has the same class as by its stated values, (n,) in 0..1.

    classes: (n,) by the stated values. classes_of: the classes by values drawn, one array a variable. Draw d depends
    on the seed and d alone.
    """
    held = np.zeros(len(classes), dtype=np.int64)
    for draw in range(n_draws):
        report(draw / n_draws)
        random = np.random.default_rng([seed, draw])
        held += classes_of([drawn(variable, random) for variable in variables]) == classes
    report(1.0)
    return held / n_draws
