<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AsmAtlas</name>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>second tier: only proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>second tier: status not reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>second tier: a status that is not among those kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>second tier: UNESCO-MAB biosphere reserve, whose outer zones may be unprotected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>no geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>coordinates that are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>point without a reported area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>point whose circle would reach over a pole or much of the globe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>line, or nothing areal left after repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>smaller than a square metre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>covered by areas that come before it (area totals only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>point taken as a circle of its reported area; boundary approximate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>cut at the 180th meridian, or moved within 180 degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>invalid polygon repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>lines or points beside polygons dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>parts smaller than a square metre dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>zones of one site merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>overlap with areas that come before it erased (area totals only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>dissolved into one area (area totals only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>the layer has no field of status; taken as designated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>several rows have this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_rules.py"/>
        <source>{0}: 'schema' must be '{1}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_totals.py"/>
        <source>tier {0}: {1} areas dissolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/bands.py"/>
        <source>The bands '{0}' are not positive kilometres that rise; write them like 1, 5, 10, 50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/bands.py"/>
        <source>The bands '{0}' are not numbers with commas between; write them like 1, 5, 10, 50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/cleaning.py"/>
        <source>{n} areas lie outside the degrees of the globe (the first in row {row}: {west:.6g} to {east:.6g}, {south:.6g} to {north:.6g}); correct the layer's coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/rings.py"/>
        <source>A band of {0:g} km is too wide to draw; use at most {1:g} km.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/rings.py"/>
        <source>The bands reach over a pole from every area; use narrower bands or other areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/titles.py"/>
        <source>{name}: '{place}' must be one of {among}, not '{word}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/areas/titles.py"/>
        <source>{0}: the type '{1}' stands in two groups; take one out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/analysis.py"/>
        <source>There is no local statistic '{0}'; there are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/analysis.py"/>
        <source>{0} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/analysis.py"/>
        <source>'{0}' needs {1} variables, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/analysis.py"/>
        <source>{0} sites have values and {1} have weights; use the same sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/bands.py"/>
        <source>A band of {0} is no distance; give a number above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/bands.py"/>
        <source>Within a distance of {0:g} there are more than {1:,} pairs of neighbours; take a smaller distance, or the nearest neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/contiguity.py"/>
        <source>A tolerance of {0:g} is no distance; give 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/contiguity.py"/>
        <source>Neighbours of order {0} do not exist; ask for 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/contiguity.py"/>
        <source>{0} features are no polygons (the first in row {1}); take nearest neighbours or a distance band for points and lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/delaunay.py"/>
        <source>Sites at one place would make {0:,} pairs of neighbours; join those at one place, or take nearest neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/delaunay.py"/>
        <source>The sites spread over more than half the globe; take nearest neighbours instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/getis_ord.py"/>
        <source>{0} sites have a value below 0, of which G and G* say nothing; use local Moran's I or shift the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/inference.py"/>
        <source>'{0}' is none of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/inference.py"/>
        <source>Permutations must be 1 or more, the seed 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/inference.py"/>
        <source>The level of significance must lie between 0 and 1, as 0.05 does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/join_counts.py"/>
        <source>{0} sites have a value other than 0 and 1, such as {1:g}; join counts need yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>A floor of {0:g} gives sites at one place endless weight; give one above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>A power of {0:g} does not fall with distance; give one above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>There is no kernel '{0}'; take one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>A floor of {0:g} leaves sites at one place no bandwidth; give one above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>Neighbours need either a number or a distance; give one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/nearest.py"/>
        <source>{0} neighbours are asked of {1} sites; ask at least 1 and at most {2}, or take in more sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/places.py"/>
        <source>{0} sites have no coordinates (the first in row {1}); leave them out before neighbours are searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/places.py"/>
        <source>{0} sites lie outside the degrees of the Earth (the first in row {1}); check the coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/rates.py"/>
        <source>{0} sites have a number of events below 0; correct them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/rates.py"/>
        <source>{0} sites have a number of population below 0; correct them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/site_values.py"/>
        <source>numbers, levels, or yes and no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/site_values.py"/>
        <source>yes, no or unknown (or 1 and 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/site_values.py"/>
        <source>The field {0} holds {1:g}, where 1 (yes) and 0 (no) are asked for; choose a field of yes and no, or set AT_MOST to count numbers up to a limit as yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/site_values.py"/>
        <source>The field {name} must hold {asked}, not '{value}' (in {n} rows); choose another field or correct these values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/standard_scores.py"/>
        <source>The values are too large to add up; rescale them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' must hold a site and the number of its neighbours; check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' has more neighbours of '{2}' than are said; check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' ends before all neighbours of '{1}' are told; check that the file is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' names site '{2}' a second time; check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' is for {1} sites and lists {2}; check that the file is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The third column cannot hold '{0}'; say 'weights' or 'distances'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' must hold a site, a neighbour and a number above 0; check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>A GAL file holds no weights, only neighbours; write a GWT file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The file '{0}' cannot be read ({1}); choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The file '{0}' is empty; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The first line of '{0}' does not say the number of sites; choose a GAL or GWT file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' is for {1} sites and the layer has {2}; choose the file of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Several sites are called '{0}'; choose a field that names each site once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' names sites by other than their row; choose the field with these names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' does not show whether its rows count from 0 or from 1 to {1}; choose the field with the names of the sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' names site '{2}', which the layer does not have; choose the file and field of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' makes a site its own neighbour; write the weights without their diagonal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' gives a neighbour a second time; check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The names of sites in a file of weights must be {0} different words; choose another field, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The names of sites in a file of weights must be {0} different words, not {1!r}; choose another field, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The file '{0}' cannot be written ({1}); choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weights.py"/>
        <source>A pair of neighbours lies outside the {0} sites; check the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weights.py"/>
        <source>A site is given as its own neighbour; take such pairs out of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weights.py"/>
        <source>A pair of neighbours is given twice; take the second out of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weights.py"/>
        <source>Weights must be finite and above 0; take other pairs out of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>{0}: '{1}' {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>{0}: the document {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>is missing; add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>is not known here; {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must hold at least one {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must hold at least {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must not be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>holds half a character, which cannot be written; type the text again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be {0}, not '{1}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be one of {0}, not '{1}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>repeats '{0}'; each stands once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be at least {0:g}, not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be between {0:g} and {1:g}, not {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be at least {0}, not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be at most {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be a date like 2018-01-01, not '{0}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>write '{0}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>use {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} holds the key '{1}' twice in one object; take one out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} cannot be read ({1}); check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} is not UTF-8 text; save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{name} is not JSON: {msg} in line {lineno}, column {colno}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} cannot be read as JSON: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} must hold one JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0}: '{1}' is missing; add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>must be {0}, not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/file_names.py"/>
        <source>The pattern of file names '{0}' cannot be read ({1}); use {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/file_names.py"/>
        <source>The pattern of file names '{0}' has signs that no file may have; take them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/file_names.py"/>
        <source>The pattern of file names knows no '{{{0}}}'; use {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/file_names.py"/>
        <source>The pattern of file names gives all sheets one name; use {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_names.py"/>
        <source>{0}: 'schema' must be "{1}", not "{2}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>the column is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>points as WKT or EWKB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>pairs of coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>yes and no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>{0:.0%} of the values are known words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>day numbers of a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>some dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>degrees, minutes and seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>decimal degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>numbers in range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>metres of a projected system; state it as coordinates.crs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>numbers, each once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>keys, each once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>few different words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/gazetteer.py"/>
        <source>The gazetteer {0} cannot be read ({1}); give a JSON list of objects with name, class, x and y, or a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/gazetteer.py"/>
        <source>The gazetteer {0} is no list of places; give a JSON list of objects with name, class, x and y, or a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/gazetteer.py"/>
        <source>The gazetteer has no field of names ({0}); choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/gazetteer.py"/>
        <source>The gazetteer has no places with a name and a location; choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/importer.py"/>
        <source>The layer has no rows; choose a layer with visits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/known_sites.py"/>
        <source>The known sites have neither a field pcode nor a field name; choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/known_sites.py"/>
        <source>The known sites have no locations; choose a layer of points or with longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/neighbours.py"/>
        <source>No field of the administrative units has a name that the table states; choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>decimal point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>{0} and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>No import profile fits the columns; looked for {0}. The layer has: {1}. Describe its columns in a profile of your own, with the import wizard or by hand, and give it as PROFILE_FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>The profile {0} needs the columns {1}, but the layer lacks {2}; choose another profile or rename the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'id' must be "{1}", as the file is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}' is no entry of a profile; correct or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'columns.{1}' is no column of the atlas; remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'columns.pcode' is missing; add it, or name columns to make keys of in 'site_key_from'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>profile {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{name}: 'vocabularies.{key}' names {vocabulary}, which is no vocabulary; choose one of {vocabularies}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'bounds' must have west below east and south below north.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}.{2}' is not among 'columns'; add it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}.separator' is empty; remove it or give a character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'actors.behaviours.{1}' is no behaviour of the atlas; remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'actors' must have either 'type' or 'type_set'; keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{name}: '{place}.kind' must be one of {kinds}, not "{kind}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}.decides' must be one of {2} for a status, else absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}' must have either 'project' or 'project_prefix'; keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{name}: '{place}' must be one of {words}, not "{word}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{0}: '{1}' is not a regular expression: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{0}: '{1}' must be 0 or more and at most {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{0}: '{1}' must be degrees between -360 and 360.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{0}: '{1}' must be a date such as 2015-04-01, not "{2}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/site_keys.py"/>
        <source>The layer has none of the columns {0} to make site keys of; add one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/stated_locations.py"/>
        <source>The coordinates of profile {0} are in {1}, for which there is no transformation; correct 'coordinates.crs'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/suggestions.py"/>
        <source>called like '{0}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_export.py"/>
        <source>No column of the table is a question of the form; choose the form of this survey, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: '{1}' ends nothing that was begun; remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: '{1}' has no name; give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: the list '{1}' of '{2}' is not in the sheet choices; add it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: '{1}' is of another type than in row {2}; rename one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: the {1} '{2}' has no end; add 'end_{1}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey holds no questions; choose the XLSForm of the survey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: '{1}' names no list of choices; add its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet choices, row {0}: {1} is empty; fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet {0} has no columns {1}; choose the XLSForm that the survey was made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_repeats.py"/>
        <source>Nothing tells which rows a repeat belongs to; it needs a column such as PARENT_KEY, _parent_index or _submission__uuid, and the main table KEY, _index or _uuid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_repeats.py"/>
        <source>The repeat {0} gives {1} rows to one row of the table above, more than {2}; check the columns with the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/swallowed_rows.py"/>
        <source>{0} cannot be read beyond row {1}, and {2} lines follow: a quote is opened there and not closed; correct it and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'recode.{1}' has no vocabulary; recode one of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'recode.{1}.{2}' must be a code; correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'recode.{1}.{2}' is given twice with two codes; keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{name}: 'recode.{target}.{word}' is {part}, which is no code of {id}; choose one of {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{name}: 'actors.{place}' is {code}, which is no code of {id}; choose one of {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'units.{1}' is no count among 'columns'; counts are {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{name}: 'units.{key}' must be above 0 and at most a million, or one of {units}, not "{unit}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'constants.{1}' cannot be the same for all rows; choose among {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'constants.{1}' is also given by '{2}'; keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'constants.{1}' is empty; give a word or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'coordinates.{1}' is not known; use crs, decimal_comma, form and order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'coordinates.crs' must be like EPSG:32735, not "{1}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{name}: 'coordinates.{key}' must be one of {options}, not "{word}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'coordinates.order' is missing; say which comes first in a pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'coordinates.order' is for the form pair; remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'columns.{1}' is missing; coordinates of form {2} need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'site_key_from' is for tables without 'columns.pcode'; keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'site_key_from' is empty; name columns such as name and admin2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'site_key_from.{1}' is not among 'columns'; add it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/importing/text_file.py"/>
        <source>{0} cannot be read as delimited text ({1}); check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/changes.py"/>
        <source>{0} rows of the {1} have no pcode; give them one or take them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/sites.py"/>
        <source>old sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/sites.py"/>
        <source>new sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/sites.py"/>
        <source>The {0} have {1} more than once; keep one row for each pcode, as 'Import mine-site visits' writes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>sites of the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>The new sites have no rows; give the whole table of the newer import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>visits of the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>new visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>The new visits have no rows; give the whole table of the newer import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>The new sites share no pcode with those of the atlas, so that all of these would be removed; give a release of the same country, or keep what has vanished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/releases/visits.py"/>
        <source>old visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/answers.py"/>
        <source>{0}: {1} answers count as unknown ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/answers.py"/>
        <source>actors: the classes {0} count as unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/as_of.py"/>
        <source>The reference date '{0}' is not understood; write a date like 2026-05-31, '{1}' or '{2}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/choice.py"/>
        <source>VISITS lacks {0} of the visits that SITES names (first: {1}); give both tables of the same import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/choice.py"/>
        <source>{0} visits have no date and are not scored (first: {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/choice.py"/>
        <source>{0} visits are of sites that SITES lacks and are not scored (first: {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/choice.py"/>
        <source>{0} holds the {1} {2} more than once; choose the layer with one row for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/comparison.py"/>
        <source>Both indicators are {0}; choose two different ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/explain.py"/>
        <source>The scores were made by the scheme '{0}', not by '{1}'; choose that scheme or its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/explain.py"/>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/explain.py"/>
        <source>The cell {0} does not hold reasons; score the sites again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/groups.py"/>
        <source>{0} rows count in several groups, so the groups add up to more than the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/groups.py"/>
        <source>{0} rows lie in several polygons and count in each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/groups.py"/>
        <source>{0} groups are in the tables but not on the map, because no polygon, or more than one, has their name: {1}; correct the names or group by polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/groups.py"/>
        <source>{0} groups join names that differ in letter case, accents or hyphens only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>1 to 40 lower-case letters, digits and underscores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be 1, the only layout this version reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>1 to 40 lower-case letters, digits, - and _</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>give '{0}' more than {1} codes; leave some out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>levels</source>
        <translation>niveaux</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must hold at most {0} levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>cannot be '{0}', which is no level; choose another word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>repeats '{0}'; levels must differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>a colour like #2c7bb6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must hold {0} cuts between the {1} levels, not {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must rise from above 0 to at most 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must hold two numbers of years: fresh up to, ageing up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must rise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is no status; use {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be at least 1, or null for no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is missing; give its kind and conduct, or unknown and no_data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>repeats '{0}'; each dimension stands once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>cannot be '{0}', whose columns would be called like others; rename it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>repeats '{0}'; each variable stands once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must name an item further up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be at most {0}, the number of items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>does not fit '{0}'; give '{1}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>has {0} answers; at most {1} are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must hold the points of every answer, {0:g} to {1:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>has no effect where the lowest item decides; take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be above 0; take the item out to ignore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>a country code of three capital letters, such as COD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is no answer here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is missing; give its points, or null for unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>{0}; use {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>letters, digits and underscores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be 0, so that every count has a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be above {0:g}, the step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must name at least one variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is a count; conditions need a variable with codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>holds {0!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>names no variable '{0}'; {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be one number or [lowest, highest]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be [lowest, highest], not [{0:g}, {1:g}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The scores were made by the scheme {stated}, not by {id} {version} ({hash}); choose the scheme that made them, or score again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The scores do not say by which scheme they were made (scheme_hash is empty in {0} rows); use the output of 'Responsible mining scorecard'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>{0} levels of {1} in the scores are not those of their reasons; score again, the table has been edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The reasons of {0} cannot be read ({1!r}); score again with 'Responsible mining scorecard'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The reasons of {0} name a cap that the scheme {1} does not have; score again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The points of {0} in the reasons of {1} are not those of the scheme {2}; score again, the table has been edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/sensitivity.py"/>
        <source>The number of draws must lie between 1 and {0:,}, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/sensitivity.py"/>
        <source>The spread must lie above 0 and below 1, not {0:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/sensitivity.py"/>
        <source>The seed must be 0 or more, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/site_facts.py"/>
        <source>The {0} of {1} sites is not known: SITES speaks of another visit than SCORES; give the table VISITS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/site_facts.py"/>
        <source>Nothing is known of {0}: give the tables SITES or VISITS of the same import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/site_facts.py"/>
        <source>{0} holds {1} more than once in {2}; choose the layer with one row for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/standing.py"/>
        <source>SCORES mixes scores that cannot be compared ({0}: {1}); filter the layer to one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/standing.py"/>
        <source>The field state of SCORES must be one of {0}, not '{1}' (in {2} rows); use the output of 'Responsible mining scorecard'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/standing.py"/>
        <source>The field {dimension}_{part} of SCORES holds {value}, but the scheme has the levels 1 to {n_levels}; choose the scheme that the scores were made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_table.py"/>
        <source>A step takes from 1 to {0} answers, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_table.py"/>
        <source>Answers are old after 0 to 100 years, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_words.py"/>
        <source>must be {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_words.py"/>
        <source>names no variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_words.py"/>
        <source>is no answer to '{0}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/series_index.py"/>
        <source>{0} is not an index of this version of ASM Atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/series_index.py"/>
        <source>{0} holds numbers of maps that are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/series_index.py"/>
        <source>{0}; move it away to begin the series anew, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/series_index.py"/>
        <source>{0} names a file outside its folder ('{1}').</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/vocabulary.py"/>
        <source>{0}: 'terms' gives a code twice; codes must be unique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/vocabulary.py"/>
        <source>{0}: the word '{1}' stands for two codes; keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../core/vocabulary.py"/>
        <source>{0}: '{1}.codes' names {2}, which is no term; add it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
