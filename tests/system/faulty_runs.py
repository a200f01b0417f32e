"""Runs of algorithms in a process of their own to which something happens: see docs/faults.md.

A run can kill itself when its progress comes to some percentage, be kept from writing large files, or wait at
some percentage until a file appears, so that a test acts at a told moment and not after a guessed time.
"""

import json
import os
import signal
import subprocess
import sys
import time

RUN = """
import importlib.util, json, os, resource, signal, sys, time

root, algorithm, given, fault = sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), json.loads(sys.argv[4])
sys.path[:] = [entry for entry in sys.path if entry not in ("", root)]
spec = importlib.util.spec_from_file_location(
    "asm_atlas", os.path.join(root, "__init__.py"), submodule_search_locations=[root]
)
package = sys.modules["asm_atlas"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
from qgis.core import (
    QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject
)

app = QgsApplication([b"faulty_run"], True)
app.initQgis()
from asm_atlas.processing.provider import AsmAtlasProvider

provider = AsmAtlasProvider()
QgsApplication.processingRegistry().addProvider(provider)


class Told(QgsProcessingFeedback):
    happened = False

    def __init__(self):
        super().__init__(False)
        self.lines = []

    def pushWarning(self, text):
        self.lines.append(text)

    def setProgress(self, percent):
        super().setProgress(percent)
        if self.happened or percent < fault.get("percent", 1000):
            return
        self.happened = True
        if "signal" in fault:
            os.kill(os.getpid(), fault["signal"])
            time.sleep(60)
        if "tell" in fault:
            open(fault["tell"], "w").close()
            ends = time.monotonic() + 120
            while not os.path.exists(fault["until"]) and time.monotonic() < ends:
                time.sleep(0.01)


if "bytes" in fault:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (fault["bytes"], resource.RLIM_INFINITY))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
feedback, context = Told(), QgsProcessingContext()
context.setProject(QgsProject.instance())
chosen = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
good, sentence = chosen.checkParameterValues(given, context)
answer = {"sentence": sentence}
if good:
    try:
        results, _ = chosen.run(given, context, feedback, {}, False)
        answer = {"results": {key: str(value) for key, value in results.items()}}
    except QgsProcessingException as error:
        answer = {"sentence": str(error)}
answer["warnings"] = feedback.lines
print("ANSWER" + json.dumps(answer), flush=True)
QgsProject.instance().clear()
del chosen, context
app.exitQgis()
os._exit(0)  # QGIS may crash while Python shuts down
"""


class FaultyRun:
    """A run that has been started; fault: what happens to it, see RUN."""

    def __init__(self, root, folder, algorithm, given, **fault):
        self.temporary = folder / "temporary"
        self.temporary.mkdir(exist_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(root), algorithm, json.dumps(given), json.dumps(fault)],
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "TMPDIR": fault.get("tmpdir", str(self.temporary)),
                "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
                "XDG_RUNTIME_DIR": str(self.temporary),
                "HOME": str(folder),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def answer(self):
        """The results or the sentence, with the warnings; {"killed": signal} where it was killed."""
        output, errors = self.process.communicate(timeout=300)
        lines = [line for line in output.splitlines() if line.startswith("ANSWER")]
        if lines:
            return json.loads(lines[0][len("ANSWER") :])
        assert self.process.returncode < 0, errors
        return {"killed": signal.Signals(-self.process.returncode).name}

    def left_in_temporary(self):
        """Names of what lies in the run's folder for temporary files."""
        return sorted(path.name for path in self.temporary.iterdir())


def wait_for(what, seconds=120):
    """Wait until what() is true, and return it."""
    ends = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < ends, "it took too long"
        time.sleep(0.01)
    return found
