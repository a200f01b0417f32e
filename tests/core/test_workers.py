"""How many sheets are made at once."""

import pytest
from asm_atlas.core.workers import sheet_mib, workers_that_fit


@pytest.mark.parametrize(
    "asked, n_sheets, each, free, processors, n",
    [
        pytest.param(0, 24, 400, 8000, 4, 4, id="one each processor"),
        pytest.param(2, 24, 400, 8000, 4, 2, id="as asked"),
        pytest.param(8, 3, 400, 8000, 4, 3, id="no more than sheets"),
        pytest.param(4, 24, 932, 3000, 4, 2, id="as memory allows"),
        pytest.param(4, 24, 932, 500, 4, 1, id="always one"),
        pytest.param(0, 24, 400, None, 8, 2, id="memory not known"),
    ],
)
def test_workers(asked, n_sheets, each, free, processors, n):
    assert workers_that_fit(asked, n_sheets, each, free, processors) == n


def test_a_picture_takes_four_bytes_for_each_pixel():
    more = sheet_mib(841, 1189, 300, True) - sheet_mib(841, 1189, 300, False)
    assert more == pytest.approx(9933 * 14043 * 4 / 2**20, rel=0.001)
