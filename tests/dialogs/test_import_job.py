"""Work beside the window: what it must not do to objects of the window."""

import gc
import threading
import time

from qgis.PyQt.QtWidgets import QApplication


class InCycle:
    """Garbage that only the collector finds; notes the thread in which it goes."""

    def __init__(self, went):
        self.itself = self
        self.went = went

    def __del__(self):
        self.went.append(threading.current_thread() is threading.main_thread())


def test_garbage_of_the_window_is_collected_in_its_own_thread(plugin):
    from asm_atlas.dialogs.import_job import Job

    went, done = [], []
    job = Job("allocate", lambda feedback: len([[number] for number in range(300_000)]))
    job.signals.succeeded.connect(done.append)
    gc.collect()
    job.start()
    InCycle(went)
    end = time.monotonic() + 60
    while not done and time.monotonic() < end:
        QApplication.processEvents()
    assert done == [300_000]
    assert gc.isenabled()
    gc.collect()
    assert went == [True]


def test_the_collector_comes_back_after_work_that_fails(plugin):
    from asm_atlas.core.exceptions import SourceError
    from asm_atlas.dialogs.import_job import Job

    def fail(feedback):
        raise SourceError("no rows")

    sentences = []
    job = Job("fail", fail)
    job.signals.failed.connect(sentences.append)
    job.start()
    assert job.wait(60)
    assert sentences == ["no rows"]
    assert gc.isenabled()
