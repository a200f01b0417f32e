"""Clusters on the ground: significant sites of one class that are neighbours of each other, joined."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from .weights import Weights, owners


def joined(weights: Weights, classes: np.ndarray, wanted: Collection[int]) -> np.ndarray:
    """The cluster of each site, (n,) int64: 1 the one with the most sites, then down; 0 in none.

    Two sites belong to one cluster where one is a neighbour of the other and both have the same class, one of
    `wanted`, and so on from site to site (connected components). Of equal size the one with the first site comes first.
    """
    classes = np.asarray(classes)
    inside = np.isin(classes, list(wanted))
    one, other = owners(weights), weights.neighbours.astype(np.int64)
    alike = inside[one] & (classes[one] == classes[other])
    label = _least_of_component(len(weights), one[alike], other[alike])
    firsts, place, sizes = np.unique(label[inside], return_inverse=True, return_counts=True)
    rank = np.empty(len(firsts), dtype=np.int64)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(1, len(firsts) + 1)
    cluster = np.zeros(len(weights), dtype=np.int64)
    cluster[inside] = rank[place]
    return cluster


def _least_of_component(n: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The smallest site that can be reached from each along pairs, in either direction, (n,).

    Each round gives both ends of a pair the smaller label of the two, then follows labels to their ends; labels
    only fall, so that it ends.
    """
    label = np.arange(n)
    while True:
        before = label.copy()
        np.minimum.at(label, before[one], before[other])
        np.minimum.at(label, before[other], before[one])
        while np.any(label[label] != label):
            label = label[label]
        if np.array_equal(before, label):
            return label
