"""The science: plain functions over tables, arrays and geometries; knows no QGIS."""
