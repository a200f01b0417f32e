# SPDX-License-Identifier: GPL-2.0-or-later
"""ASM Atlas: maps of artisanal and small-scale mining in QGIS."""


def classFactory(iface):  # noqa: N802 (name set by QGIS)
    """The plugin, as QGIS asks for it; iface is None in qgis_process."""
    from .plugin import AsmAtlasPlugin

    return AsmAtlasPlugin(iface)
