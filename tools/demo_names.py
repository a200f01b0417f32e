"""Invented names: syllables put together so that they sound like a place and are none."""

from __future__ import annotations

from random import Random

_STARTS = [
    "Za", "Zé", "Ko", "Kou", "Te", "Tou", "Dal", "Dor", "Ilwe", "Bre", "Ma", "Mou", "Nas", "Né", "Pé", "Pou",
    "Ou", "O", "Va", "Vé", "Sem", "Sou", "Ri", "Ré", "Lo", "Lu", "Yam", "Yé", "Ga", "Gué", "Fa", "Fo", "Jo",
    "Ngo", "Mba", "Ndé", "Tsi", "Chu", "Wé", "A", "E", "Ki", "Bi", "Mi",
]  # fmt: skip
_MIDDLES = [
    "ssou", "ssé", "lvo", "rou", "ri", "nde", "mba", "ve", "vo", "lwa", "zzi", "rra", "ka", "ti", "gne", "do",
    "ppo", "llu", "sko", "mbri", "rda", "nta", "zou", "fé", "chi", "gra", "lmé", "trou", "pso", "vri",
]  # fmt: skip
_ENDS = [
    "ra", "ro", "lo", "lé", "ma", "mi", "ndi", "nga", "ssa", "ssi", "va", "vé", "ka", "ké", "da", "do", "ba",
    "bou", "ta", "to", "zo", "né", "lia", "rou", "tchi", "mbe", "gou",
]  # fmt: skip
_CAMPS = ["Bonne Chance", "Patience", "Deux Rivières", "Trois Palmiers", "Dernier Prix", "Nouveau Pont",
          "Grand Filon", "Petit Marché", "Montagne Bleue", "Saison Sèche"]  # fmt: skip
# Names that the syllables make and that exist: found by comparing with the gazetteer of the real data.
_REAL = {"kondi", "mbaka", "mbalia", "ndéké", "yélia", "wémbe", "lumbe", "ngoma", "wélia", "yénga",
         "tenga"}  # fmt: skip


class Names:
    """A source of invented names that never gives the same plain name twice."""

    def __init__(self, seed: str) -> None:
        self._rng = Random(f"{seed} names")
        self._given: set[str] = set()

    def plain(self) -> str:
        while True:
            parts = [self._rng.choice(_STARTS)]
            if self._rng.random() < 0.72:
                parts.append(self._rng.choice(_MIDDLES))
            parts.append(self._rng.choice(_ENDS))
            if any(_clash(a, b) for a, b in zip(parts, parts[1:])):
                continue
            name = "".join(parts)
            if name not in self._given and name.casefold() not in _REAL and len(name) > 4:
                self._given.add(name)
                return name

    def site(self, earlier: list[str], villages: list[str]) -> str:
        """A mine-site name as field teams write them: numbered, double, after a camp, or repeated."""
        kind = self._rng.random()
        if kind < 0.05 and earlier:
            return self._rng.choice(earlier)
        if kind < 0.13 and earlier:
            return (
                f"{self._rng.choice(earlier).split('/')[0].rstrip(' 0123456789')} {self._rng.randint(2, 4)}"
            )
        if kind < 0.20:
            return f"{self.plain()}/{self.plain()}"
        if kind < 0.25:
            return f"{self._rng.choice(['Camp', 'Chantier', 'Mont', 'Carrière'])} {self.plain()}"
        if kind < 0.29:
            return f"{self._rng.choice(villages)} {self._rng.choice(_CAMPS)}"
        if kind < 0.32:
            return f"{self._rng.choice(_CAMPS)}"
        if kind < 0.34:
            return f"PK {self._rng.randint(3, 60)}"
        if kind < 0.38:
            return self._rng.choice(villages)
        return self.plain()


_VOWELS = "aeiouéAEO"


def _clash(first: str, second: str) -> bool:
    """Whether a syllable that ends in a consonant meets one that starts with two."""
    return first[-1] not in _VOWELS and second[1] not in _VOWELS
