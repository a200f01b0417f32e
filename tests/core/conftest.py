"""Scores tables made for tests."""

import numpy as np
import pandas as pd
import pytest



@pytest.fixture()
def random_scores():
    """A function (seed, n, dimensions, repeated) -> SCORES of n rows with every kind of state and gap."""

    def scores_of(seed, n, dimensions=("security", "formalisation"), repeated=False):
        random = np.random.default_rng(seed)
        state = random.choice(["scored", "inactive", "too_old", "no_visit"], n, p=[0.7, 0.1, 0.1, 0.1])
        keys = random.integers(0, max(n // 2, 1), n) if repeated else np.arange(n)
        days = pd.Timestamp("2018-01-01") + pd.to_timedelta(random.integers(0, 2500, n), "D")
        columns = {
            "pcode": [f"s{key}" for key in keys],
            "state": state.astype(object),
            "date": pd.Series(days).where(state != "no_visit"),
            "admin1": random.choice(np.array(["Kivu", "Ituri ", "kivu", None], dtype=object), n),
            "minerals": random.choice(np.array(["gold", "gold;coltan", ";tin;", None], dtype=object), n),
            "workers": random.choice([0, 10, 250, np.nan, -1], n),
            "longitude": random.choice([28.5, 29.5, 35.0, np.nan], n),
            "latitude": random.choice([-2.5, -1.0], n),
            "scheme_hash": "abc",
        }
        for dimension in dimensions:
            level = random.choice([0, 1, 2, 3, 4, np.nan], n, p=[0.1, 0.3, 0.2, 0.1, 0.2, 0.1])
            level[state != "scored"] = 0
            has = level > 0
            down, up = random.integers(0, 3, n), random.integers(0, 3, n)
            worst, best = np.maximum(level - down, 1), np.minimum(level + up, 4)
            for part, values in (("level", level), ("level_worst", worst), ("level_best", best)):
                values = np.where(has | (part == "level"), values, np.nan)
                columns[f"{dimension}_{part}"] = pd.Series(values).astype("Int64")
            low, middle, high = np.sort(random.uniform(0, 100, (3, n)), axis=0)
            for part, values in (("worst", low), ("score", middle), ("best", high)):
                columns[f"{dimension}_{part}"] = np.where(has, values, np.nan)
        return pd.DataFrame(columns)

    return scores_of
