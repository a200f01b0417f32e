"""The tool of the main job as a module, for tests that call qgis_process as it does."""

import importlib.util
import sys

import pytest


@pytest.fixture(scope="session")
def main_job(root):
    spec = importlib.util.spec_from_file_location("main_job", root / "tools" / "main_job.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["main_job"] = module  # before exec: dataclasses look it up here
    spec.loader.exec_module(module)
    yield module
    del sys.modules["main_job"]
