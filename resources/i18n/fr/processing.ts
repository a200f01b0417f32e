<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AsmAtlas</name>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Cancelled; no output was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>{0} is no parameter of {1}; its name may be {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>{0} must be true or false, not '{1}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>choose one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>check its path and choose a file or layer of the kind asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>The layer for {0} cannot be opened; check its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>{0} needs a layer of {1}, not of {2}; choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Draw distance bands round areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Makes the distance bands of 'Set sites against protected areas' visible: one ring for each band round all areas together, from the boundary outwards. The rings touch and do not overlap; the areas themselves are left out.

The rings follow the distance on the WGS 84 ellipsoid to less than 0.5 % of it, anywhere and whatever the layer's projection. They are for maps: in which band a site lies is told by 'Set sites against protected areas', which measures each distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Protected areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>The areas as in 'Set sites against protected areas'; best the prepared ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Distance bands (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Upper limits in kilometres, rising, at most 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Use areas of the second tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>For the output of 'Prepare protected areas': also areas that are only proposed, of unknown status or UNESCO-MAB reserves. Without it they are left out and named in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Bands round areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>A ring for each band with band, from_km, to_km and area_ha, in EPSG:4326.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Areas used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Areas left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Left out, the bands reach over a pole: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>{0}: {1} ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>{0}: bands {1} km round {2} areas of '{3}' with ASM Atlas (asm:areabands), geodesic distances on WGS 84.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>The layer '{0}' is a table without areas; choose a layer with polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>The layer '{0}' has no field '{1}'; choose another name field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>The layer '{0}' has no areas; choose a layer with polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>The overlaps in '{0}' were taken out for area totals; prepare the areas again without that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>All areas of '{0}' are of the second tier; switch the second tier on to use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>None of the {0} areas of '{1}' can be used ({2}); choose a layer with polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Not checked, too far from every site to matter: {0} of {1} areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Left out, second tier ({0}): {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Repaired: {name}, {reason}; now {area} ha, changed by {change} ha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Taken as a circle: {name}, {area} ha (boundary approximate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Left out: {name}, {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>{0} lines or points dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>The table {table} of {file} {what}, so that it cannot be updated; import into a new GeoPackage, or mend the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{0} is no GeoPackage; choose the file that holds your atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} was not changed: a rule of its tables refuses a row of the release ({said}); {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>remove the rule or mend the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>a table of yours names a site or visit that is gone; keep what has vanished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} is locked by another program; save your edits there, close it and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} cannot be written; ask for the permission or copy it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} or its folder cannot be written; copy the atlas elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} is damaged ({said}); go back to a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} was not changed: the disk is full or fails ({said}); make room and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} was not changed: a trigger or view of yours needs what only QGIS knows ({said}); remove it, update, and make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} was not changed: the database refuses ({said}); mend what it names and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>{0} is not there; check its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>is a view or not registered as a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>has no row numbers (fid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>has the field {0} as {1} instead of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>has no geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>has a geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>holds {0} instead of POINT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>is in {0}:{1} instead of EPSG:4326</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Build the atlas project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Makes a QGIS project of the tables in an atlas GeoPackage (sites, visits, scores, areas ...): grouped, styled, with relative paths. Layers of boundaries, titles, water, roads and towns are copied into the GeoPackage first, so that the two files are all there is to pass on. The styles are saved in the GeoPackage too.

To have all tables in one GeoPackage, choose 'Save to GeoPackage...' for each output of the other algorithms, with the same file and the layer names sites, visits, actors, statuses, findings, scores; for protected areas prepared_areas, areas_left_out, sites_areas, pairs, areas, area_units, largest_overlaps, area_note and area_bands; for titles sites_titles, title_pairs, title_overlaps and title_counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Atlas GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>The GeoPackage that holds the tables sites, visits and the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Provinces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Mining titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Lakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Rivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Roads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Towns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Copied into the GeoPackage as the table {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Title of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Language of layer and class names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>mine_glyph_safe is for colour-blind readers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>The project file; best beside the GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Layers in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>The folder of {0} does not exist; make it or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>{0} cannot be written ({1}); choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>{0} layers of {1} tables: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Sites used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Sites left out for lack of a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Sites without a neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Sites with a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Clusters of two sites and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Statistic of all sites together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Its p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>HOLD_DRAWS is not used: the fields have no worst and best case; choose levels or scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Clusters: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>{0} sites have neighbours, but none with a value; they count as isolated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>{0} sites have a value but no statistic; they are undefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>{0} sites pass the threshold but lie on the mean, or their neighbours do; they get no class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>All {0} values are equal, so nothing can be told; every site is undefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>{0} ({1}): {2} sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Of {0} sites in a cluster {1} keep their class in at least nine of ten draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_analysis.py"/>
        <source>{0} of {1} sites have a value in {2}; at least {3} are needed, so choose another field or area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Permutations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>How often the values are spread anew by chance. The smallest p is 1 / (permutations + 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Threshold of p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Sites with a p of at most so much get a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Correction for many sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>none: each site by its own p, so that of 1,000 sites about 50 would be marked by chance alone. fdr: of the sites marked, on average no more than the threshold are by chance (Benjamini and Hochberg). bonferroni: with that chance not one is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Tails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>two_sided: high and low are both looked for, so both ends count. geoda: the smaller end alone, as GeoDa and esda report it; 0.05 is then really 0.10. greater, less: one end, chosen beforehand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Start of the random numbers; the same one gives the same result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Draws within uncertain scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Levels and scores of the scorecard are ranges where answers are not known. So many times they are drawn anew from worst to best, each time with at most 9,999 permutations; lisa_hold is the share of draws in which a site keeps its class. 0: not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>knn: the K nearest sites. band: all within DISTANCE. inverse_distance: the same, the nearer the more. kernel: weights that fall to nothing at DISTANCE, or at the K-th nearest site. queen, rook: polygons that share a border (queen: or a corner). delaunay: ends of Delaunay triangles. file: WEIGHTS_FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Number of nearest sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For knn, and for kernel without DISTANCE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Distance in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For band, inverse_distance and kernel. Empty: the least with which every site has a neighbour, which the log tells; for kernel the way to the K-th nearest site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Power of the distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For inverse_distance: weights are 1 / distance to this power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For kernel: how weights fall with distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Order of contiguity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For queen and rook: 2 takes the neighbours of neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Lower orders too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>With an order above 1: neighbours of lower orders stay neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Snapping in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For queen and rook: borders nearer than this are shared; for layers with gaps and overlaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Weights of a site add up to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Else each neighbour weighs 1, or what its distance, kernel or file gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>File of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For file: GAL or GWT of the whole layer, by the keys of its sites; without keys by row numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Third column of a GWT file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>weights, as PySAL writes it and this algorithm; distances, as GeoDa writes it for bands and nearest neighbours, which then weigh the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Weights as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Who is whose neighbour: GAL names them, GWT has their weights too. For GeoDa, PySAL or this algorithm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>DISTANCE is empty: {0} m are taken, the least with which every site has a neighbour; where sites lie close together that makes many neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>NEIGHBOURS is {0}, which needs polygons, and INPUT holds points; choose knn or band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>NEIGHBOURS is file and WEIGHTS_FILE is empty; choose a GAL or GWT file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>{0} is for {1} sites, and INPUT has {2}; choose the file of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Administrative units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Polygons by which the summary counts. Empty: the fields admin1 and admin2 of the sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Field of their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Needed only where the name of the field is not one of the usual ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>All fields, and lisa_i, lisa_lag, lisa_z, lisa_p, lisa_q (false discovery rate), lisa_cluster (class), lisa_label, lisa_n (neighbours), lisa_group (cluster) and lisa_reason; in EPSG:4326.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Sites by class, by reason for being left out, by unit and class; the five largest clusters by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Who is whose neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>A line for each pair of neighbours, with the weights both ways and the distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>ADMIN is not used: no summary was asked for; choose a file for SUMMARY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_pictures.py"/>
        <source>Map of who is whose neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_pictures.py"/>
        <source>Lines between neighbours and above them the sites in the signs of their classes, as PNG or SVG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_pictures.py"/>
        <source>Scatterplot as points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_pictures.py"/>
        <source>A point for each site with a p, at x = lisa_z and y = lisa_lag: a plot and not a map, so that it has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Sites or areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Points of sites, such as the scores of 'Responsible mining scorecard', or polygons of areas. Several rows of a site are reduced to the latest before anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Province or territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Only its sites, by the fields admin1 and admin2; those beyond its border count as nobody's neighbours. Empty: all sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Field of site keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Rows with the same key are visits to one site, of which the latest counts. Empty: pcode, or every row is a site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Field of dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Tells which visit is the latest. Empty: visit_date, date or last_visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>INPUT has no field '{0}'; choose another one for DATE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>{0} rows repeat a key ({1}) and have no field of dates; the last row of each site counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Reduced to sites before anything else: {0} rows are earlier visits (by {1}, {2}); the latest of each site counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Every row is a site of its own (by {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>AREA needs sites with a field admin1 or admin2; leave AREA empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>{0} ({1}): {2} of {3} sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>No site lies in '{0}'; choose one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>{0} sites lie at the very place of another; if they are visits to one site, name its key in SITE_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>INPUT has no field '{0}'; choose one of its fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Left out for lack of a value, class 5 in the output: {0} sites: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>Co-location (local join counts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>join count,co-location,colocation,cluster,binary,yes,no,GeoDa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>For fields of yes and no, such as presence (armed presence), or levels that are low: counts the neighbours of each yes that are a yes too, and marks where they are more than chance would put there. With several fields only sites with a yes to all of them count.

Unknown is not no: such sites are left out, counted and kept in the output with class 5.

That two things lie together does not say that one causes the other: see docs/clusters.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>yes, no and unknown (or 1, 0 and empty); with AT_MOST numbers or levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>Yes up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>For numbers and levels: up to this value is a yes, above it a no. Level 1 is the worst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Compare two indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>bivariate,correlation,Spearman,Kendall,scorecard,score,levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Sets two indicators of the scorecard side by side: each site gets a class by both, drawn with a colour, a shape and a size of its own, and the classes are counted.

Three classes keep the worst and the best level, on which knock-outs act, and join those between. Sites without a level in one of the two are not compared; they are counted by the reason. A level that depends on what is not known is a range: 'certain' counts the sites that can be in no other class, 'possible' those that may be in it.

Spearman's rho and Kendall's tau-b (ties counted) are given for the levels and for the scores, with their number of sites. There are no p-values: the sites visited are no random sample, and neighbouring sites are not independent. A correlation says nothing of causes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>The output of 'Responsible mining scorecard'. Of several rows of a site the latest counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Indicator across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>It sets the shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Indicator upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>It sets the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>The field with its level, such as security_level, or its name alone, security.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>three: worst level, those between, best level. each_level: more classes than colours can tell; shape and size still do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Sites compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>One point a site with its class, the classes possible, or why it is not compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>One row per pair of classes and per reason for not being compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>The legend as a picture for print layouts; the layer has it in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Sites that may belong to another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Spearman's rho of the levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Kendall's tau-b of the levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Compared {0} with {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Sites by {0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>{0}: SCORES has no indicator '{1}'; choose one of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>{0} {1}, {2} {3}: {4} sites, {5} of them certain, {6} possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Not compared, {0}: {1} sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Compared: {0} sites, {1} of them certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Total: {0} sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Levels: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Scores: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>{0} cannot be written; choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>no correlation, one of the two never changes (n = {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Spearman's rho {0:.3f}, Kendall's tau-b {1:.3f} (n = {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Compare two releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>change,difference,update,version,import,artisanal,mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Compares two imports and lists what changed: sites that are new, vanished, moved or renamed, visits that were added, removed or got another date, and each answer that is another one.

Sites are the same by pcode. Visits are the same by pcode, date and project, never by the row number of the source. A removed and an added visit that give the same answers are one visit with another date or another project.

An answer that became known (answered) or unknown (withdrawn) is told apart from one that is now another (changed). A site's answers are those of the visit that speaks for it: same_visit says whether that visit was corrected or another one speaks now. Columns that one of the imports lacks are not compared, and the log names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Old sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Sites of the older import, as 'Import mine-site visits' writes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>New sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Sites of the newer import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Old visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Visits of the older import. Without them only sites are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>New visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Visits of the newer import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Moved when farther than (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>A site has moved when its points lie farther apart than this, in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Changes of sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>One point a change, at the new place, or the old one if the site vanished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Changes of visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>One row a change. Not written when no visits are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Summary of changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Number of changes by kind and field, and of the sites that have them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Vanished sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Moved sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Renamed sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Changed answers of sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Added visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Removed visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Visits with another date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Changed answers of visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Visits are given for one import only; give OLD_VISITS and NEW_VISITS, or neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>No visits are given: only sites are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Columns of {table} not compared, because one of the imports lacks them: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>unnamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>{title}, {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>{old} compared with {new} by ASM Atlas {plugin}; moved: more than {metres} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/crs_range.py"/>
        <source>The layer '{0}' reaches outside the range of its coordinate reference system, {1} {2} (x {3:.6g} to {4:.6g}, y {5:.6g} to {6:.6g}); results are wrong unless that is the right one: check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/dependencies.py"/>
        <source>The Python package {0} {1}.{2} or later is missing; install it for the Python of QGIS (python3 -m pip install --user "{0}&gt;={1}.{2}") and start QGIS again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/destinations.py"/>
        <source>{0} would replace {1}, which is read as an input; choose another file or table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/destinations.py"/>
        <source>{0} and {1} would be written to the same {2}; choose another file for one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/destinations.py"/>
        <source>The folder of {0} does not exist; make it or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/destinations.py"/>
        <source>{0} cannot be written there; choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Explain the scores of a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Says in words why a site has its scores: for each indicator the level, the score with its worst and best case, how sure it is, each question with its answer, points, weight and date, knock-outs with their ground, and what is not known and could change it.

Choose the site by its pcode, or select one feature and tick 'Selected features only'. Of a layer with all visits the latest one is explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The output of 'Responsible mining scorecard'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Site (pcode)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Key of the site. Empty: the one site of the layer, or of its selected features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The scheme that made the scores; by_scores: the shipped one that the scores name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The file of the scheme that made the scores, if it is none of those above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Language of the explanation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Explanation as HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>A page to read in a browser or to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Explanation as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The same as plain text, which also stands in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>{0} cannot be written ({1}); choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>SCORES is not a table of scores (no {0}); choose the output of the scorecard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The scores were made by the scheme '{0}', which does not ship; give its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The layer has {0} sites; give the pcode of one, or select it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>No site has the pcode '{0}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>; choose one of the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>; near to it: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/gazetteer_source.py"/>
        <source>Gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/gazetteer_source.py"/>
        <source>Names of places with points or fields x and y, and a field class that says which are mines: a layer, a table, or a JSON list such as that of IPIS's web map. It places sites that no row and no known site places, by name, when only one place can be meant. Give the administrative units as well: they tell places of the same name apart. The field location_quality says which sites these are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Hot and cold spots (Getis-Ord)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Getis,Ord,Gi,hot spot,cold spot,cluster,autocorrelation,GeoDa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Finds sites around which values are higher (hot) or lower (cold) than chance would put there. gstar counts the site itself among its neighbours, g does not. Unlike Moran's I it does not tell sites that stand out from those around them.

Values should be 0 or above. Of a scorecard, a hot spot of levels is a good place, a cold spot a bad one. Sites without a value are left out, counted and kept in the output with class 5.

A hot spot says where, not why: see docs/clusters.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Numbers, levels, or yes and no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Statistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>gstar: with the site itself. g: its neighbours alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_metadata.py"/>
        <source>Survey form: {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_metadata.py"/>
        <source>Imported from {file} with profile {id} {version} by ASM Atlas {plugin}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>How to read the columns. 'auto' finds the profile by the names of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>Profile of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>A JSON file that says how to read the columns of any other table; it takes the place of the profile. resources/profiles/README.md in the plugin's folder describes such files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>{file} has no sheet or layer {sheet}, which profile {id} reads; correct 'sheet'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>QGIS does not know the coordinate system {crs} of profile {id}; correct 'coordinates.crs'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_reading.py"/>
        <source>The texts of {0} are read as cp1252</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_reading.py"/>
        <source>Only the first 2,000 columns of the table are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_reading.py"/>
        <source>{0} needs a layer of polygons; choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_reading.py"/>
        <source>{file} is read as {encoding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Import mine-site visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>IPIS,artisanal,mine,survey,open data,import,clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Reads visits to artisanal mine sites, such as the open data of IPIS, from any table or layer and sorts them into sites, visits, armed actors and status decisions.

Each source row becomes exactly one of a visit, a status decision or a rejected row. Blank answers stay unknown and never become no; questions that the table does not have are marked not asked. The latest visit of the source's own teams speaks for a site; rows told by third parties are kept as visits but do not speak.

Whatever was recoded, doubtful or left out is a row of the findings: look at them before using the sites. Nothing is repaired silently, and doubtful coordinates are not used.

The visits of an atlas may be imported again, such as the table visits of an atlas.gpkg: nothing changes but what you have changed. Actors, statuses and sites are read from the same GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Visits table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Any table or layer that QGIS opens: CSV, spreadsheet, GeoPackage, database. Coordinates come from its columns, else from its points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Known sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Sites with fields pcode or name, and points or fields longitude and latitude, such as the sites of an earlier import. They place sites without a location: by pcode, else by name within the same territory or province. The field location_quality says which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Repair doubtful locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Reads swapped coordinates, lost decimal points, and degrees, minutes and seconds where only one reading lies in the country. Each repair is a finding. When off, such locations are not used and the finding says what a repair would do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Provinces or territories to check locations against; the field of their names is found by the names in the table. A location more than 500 m outside the unit that its row states is a finding, with the nearest unit and the distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>One point a site, with the latest answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>One row a visit, third parties included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Armed and state actors of each visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Statuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Qualification and programme lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>What was recoded, doubtful, left out or rejected, with the source row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Source rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Status decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Profile {id}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} source rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} of them told by third parties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} status decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/input_files.py"/>
        <source>AsmAtlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/live_sources.py"/>
        <source>The server at {0} does not answer, or does not offer the layer; check the address and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/live_sources.py"/>
        <source>The server at {0} sent {1} of {2} rows and broke off; nothing was written, try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_geary.py"/>
        <source>Local likeness (Geary's c)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_geary.py"/>
        <source>LISA,Geary,cluster,multivariate,autocorrelation,GeoDa,scorecard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_geary.py"/>
        <source>Measures how much each site differs from its neighbours, in one field or in several taken together, such as security, state services and access. Small differences are likeness (positive), large ones mark a site unlike those around it (negative).

With one field, likeness is told apart: both high, both low, or on both sides of the mean. With several, alike says nothing of high or low: see the fields one by one.

Sites that lack one of the fields are left out, counted and kept in the output with class 5. A cluster says where like lies by like, not why: see docs/clusters.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_geary.py"/>
        <source>Numbers, levels, or yes and no. Each counts the same, whatever its unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Local clusters (Moran's I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>LISA,Moran,cluster,outlier,autocorrelation,GeoDa,hot spot,rate,bivariate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Compares each site with its neighbours: High-High and Low-Low are clusters, Low-High and High-Low are sites unlike those around them. Which of it could be chance is told by spreading the values anew over the other sites, time and again.

FIELD alone: the field against itself. With NEIGHBOUR_FIELD: a site's own FIELD against the other field of its neighbours (not of the site itself). With BASE_FIELD: rates of FIELD per BASE_FIELD, smoothed so that few people do not make extreme rates (empirical Bayes).

Of a scorecard, choose a level (security_level) or a score. Sites without one are left out, counted and kept in the output with class 5. High is the better end.

A cluster says where like lies by like, not why. The sites visited are no random sample of all sites: see docs/clusters.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Numbers, levels, or yes and no; of rates the events, such as incidents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Field of the neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>For two fields: the one that is looked at among the neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Base of rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>For rates: what the events are counted per, such as miners or people; above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>NEIGHBOUR_FIELD and BASE_FIELD do not go together; empty one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Scatterplot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Own values against those of the neighbours as a picture; the output holds the same as lisa_z and lisa_lag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Next steps at mine sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>score,plan,visit,field,what if,indicator,green,blue,mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>For each scored site and indicator: the smallest changes that would raise its level.

ask: something is not known, or an answer is old; the level in the best and in the worst answer is given. change: something known would have to change on the ground. confirm: a good answer is old, or the period of a status ends, so that the level stands on it no longer. cap: a finding that holds the level down whatever else is answered. visit: no usable visit.

All sets of answers up to the size you choose are tried; of each kind all smallest ones are listed, by sites from the smallest step up. One harm is never proposed in place of another, nor an answer left out. Indicators for context have no steps.

With the scheme site_criteria_1 the column overall_one_step names the sites that one answer separates from green. This is a pre-check of criteria: a status is decided by the minister after a joint team has inspected, and blue is never reached by answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Planning day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>A date such as 2026-05-31, from which ages and periods are counted. Empty: today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Answers are old after (years)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>A good answer that is older has to be confirmed, a bad one is asked about again. Empty: the scheme's own age of old visits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Most answers of one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Where one answer is not enough, sets of two, three ... are tried up to this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>One row a step, in words (English and French) and in codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites by next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>One point a site: how many steps of each kind, and the smallest one in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites one answer from the best overall level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Next steps of {day}, answers old after {years} years, up to {most} answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Next steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>The planning day '{0}' is not understood; write a date like 2026-05-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites with something to ask {0}, to confirm {1}, to change {2}; without a usable visit {3}; inactive, without steps {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites whose official status ended or ends within 3 months: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites by territory (to ask, to confirm, to change, without visit):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>  and {0} more territories, in the layer of sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>{label}: {n} sites are one answer to be asked from {level}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>{label}: {n} sites are one change on the ground from {level}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/outputs.py"/>
        <source>{0}: {1} values have an apostrophe before them, or a spreadsheet would run them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>No site lies inside an area or within the largest band; check that both layers show the same region and that longitude and latitude are not swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>{0} areas used, {1} repaired, {2} left out. {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>Each site counted once:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>{0}: {1} sites, {2} workers ({3} sites with unknown workers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>footprints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>{0}: set against {1} areas of '{2}' ({3}, {4}), {5} left out, second tier {6}, with ASM Atlas (asm:protectedareaoverlap), bands {7} km, {8}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>release {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>release not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>geodesic distances on WGS 84 (a = 6378137 m, 1/f = 298.257223563), results in EPSG:4326; every band is decided on the ellipsoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>A point on a boundary, or within 1 mm of it, is inside. A footprint that only touches an area is not; a shared area below one square metre counts as touching. A distance equal to the limit of a band belongs to the nearer band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/own_tables_source.py"/>
        <source>{0} is not used: the input is an atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/own_tables_source.py"/>
        <source>Read again from {file} by ASM Atlas {plugin}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/own_tables_source.py"/>
        <source>{0} is read as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Prepare protected areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Makes a layer of protected areas fit for 'Set sites against protected areas': by status, with repaired polygons, points as circles, and the area in hectares on the WGS 84 ellipsoid. A table tells for each rule how many areas were left out or changed, and which.

Reads the World Database on Protected Areas before and after its changes of late 2025, and plain national layers. Areas that are only proposed, of unknown or another status, and UNESCO-MAB biosphere reserves are of the second tier: left out unless asked for, and always reported. A layer without a field of status is taken as designated, which the table notes.

Every designation stays, however many overlap; for screening leave 'Overlaps' at none. Erased or dissolved, areas can be added up, but a site would lose designations. The published columns of area are not used, but for the circles of points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Polygons, or points with their area in square kilometres in REP_AREA, in any projection. QGIS loads a file of both as two layers: give the file itself, or run it for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Statuses kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>unep_wcmc: Designated, Inscribed, Adopted, Established. wdpar: the same without Adopted, as that R package does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Keep the second tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Proposed areas, those of unknown or another status and UNESCO-MAB reserves come out too, with 2 in the field tier. Other tools do not know that field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Merge zones of one site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Rows with the same SITE_ID (earlier WDPAID) become one area, of the strictest category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Overlaps (for area totals only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>none: all areas whole, for screening. erase: overlaps go to the stricter IUCN category, then the earlier year of status. dissolve: one area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Name field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Found by itself when left empty: NAME_ENG, NAME, nom and the like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Prepared areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Polygons in EPSG:4326 with area_ha, tier and tier_reason, approximate (circles) and the fields of the World Database under names that do not change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Areas left out or changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>A row for each rule that concerned an area: the rule, how many areas, their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Areas given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Areas prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Sum of area_ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>The layer has no SITE_ID or WDPAID; no zones were merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>{0} areas given, {1} prepared, {2} left out; {3} ha on the ellipsoid in all rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>No area is left; see the table of areas left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>{0}: prepared from '{1}' ({2}) with ASM Atlas (asm:prepareprotectedareas): statuses {3}, second tier {4}, zones {5}, overlaps {6}; areas on WGS 84; {7} areas, {8} left out; by rule: {9}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>as given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Print a series of mine-site sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Makes a sheet of every province, or of every area of another layer, by recipe, paper and language, in a folder. Sheets of which nothing has changed (data, theme, recipe, version of the plugin, parameters) are not made again; of the others the version rises and older files stay. A sheet that fails does not stop the series: its reason stands in the report of the series. Sheets are made side by side in processes of their own, as many as memory allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Other areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Polygons with a name that take the place of the areas that the recipes are about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Names of areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>One a line, or with ; between them; pcodes for the recipe site. Empty: all areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>What stands where on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>auto takes the paper that a recipe is made for; others where a recipe has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Languages of the sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Map numbers begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Maps are numbered in the order in which they first were in the series: ASM-001 ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Files of a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>package: a zip of the others with a thumbnail, metadata and the build report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Names of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Of {map_id} {version} {slug} {area} {recipe} {paper} {language} {theme}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Worker processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets made side by side; 0: one for each processor. Fewer where memory is short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Make unchanged sheets too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>All sheets are made again, as a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Folder of the sheets, their index and the report; made where it is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Report of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Report of the series (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Areas without a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>{0} sheets in the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>{0}: version {1} made in {2} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>{0}: unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>No sheet could be made. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Cancelled; {0} sheets were made before and stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>MAP_PREFIX must be letters, digits and hyphens such as ASM-COD, not '{0}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Print a mine-site sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Makes a large-format map of one province (or of all sites): minerals by colour, number of miners by size, qualification status by ring and letter, armed presence by sign. The legend, scale, graticule, sources, licences, caveats and imprint are made from the layers and their metadata. The sheet is checked before anything is written: errors stop, warnings are told. Writes a PDF with text as text and, when asked for, a PNG, an SVG, a build report that names the sites whose label found no room, and a package (zip) of all of them with a thumbnail and metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Name of the province or other area to print, as in its layer; empty for all sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Key of the site of a site sheet; for other recipes it is left empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Language of the sheet, not of QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Empty: made from the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Subtitle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Empty: number of sites and dates of visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Map number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Empty: made from the area and the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Version of the sheet, printed beside its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Vector PDF, text as text, with the plugin's own font.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>The same sheet as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>The same sheet in layers for a drawing program; it needs the font Lato to be installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Build report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>What is on the sheet, what is not, the checks, files and times; as JSON beside it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>The files above with a thumbnail, metadata (JSON and ISO 19115-3) and the build report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Build report (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Sites on the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Site names placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Site names without room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Scale denominator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>{0}: {1} sites, 1:{2}, {3}, {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>{0} sites of the layer have no location and are not drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>{0} was removed: a further page of an earlier version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>{0} site names placed, {1} without room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Set sites against protected areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Finds for each mine site the protected areas that cover it, the strictest IUCN category among them, the nearest area, the distance and direction to its boundary (metres, negative inside) and the distance band. Sites are points or footprints: polygons of mines, titles or concessions, of which the share inside is told as well. Lists the pairs of site and area, counts sites and workers per area and per administrative unit, and names the largest overlaps.

All distances are measured on the WGS 84 ellipsoid, whatever the layers' projections, and decide the band themselves, also close to its limits. A point on a boundary, or within 1 mm of it, is inside. A footprint is inside when all of it is, and at a distance of 0 when it is partly inside; one that only touches an area is not inside.

Invalid polygons are repaired and named in the log. Where only the sites or their table by unit are asked for, areas too far from every site to matter are neither read nor checked; the log tells how many. Points, as in the World Database on Protected Areas, become circles of their reported area and are marked as approximate; points without one are left out and named. QGIS loads a file of polygons and points as two layers: give the file itself, or run it for both. Every designation in the layer is used, whatever its status: run 'Prepare protected areas' first to leave out what is no more than proposed.

A site inside several areas counts in each of them in the summary, so do not add up its rows; the totals in the log and the table by unit count each site once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Mine sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Points, or polygons of mines, titles or concessions, in any projection. The fields pcode (key), workers, minerals, presence, last_visit, admin1 and admin2 are used where they exist; all fields are kept, earlier pa_ results are replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Polygons, or points with their area in square kilometres in REP_AREA, in any projection. The fields of the World Database on Protected Areas are recognised, old and new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Upper limits in kilometres, rising. A site exactly at a limit is in the nearer band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Name field of the areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Key field of the sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>What the tables call a site: pcode when left empty. For titles choose their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>For the table by unit. Without it the fields admin1 and admin2 of the sites tell the unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Name field of the units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Found by itself when left empty: ADM2_FR, ADM1_FR, NAME, nom and the like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Number of largest overlaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Rows of the table of the largest overlaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites with areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>The sites with pa_count, pa_names, pa_iucn (strictest category), pa_nearest, pa_distance_m (negative inside), pa_bearing, pa_band, pa_approximate and pa_share (of footprints; a point has no share), in EPSG:4326.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Pairs of site and area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>A row for each site and each area that covers some of it or lies within the largest band; for footprints with their share and hectares inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Areas with counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>The areas as used (repaired, circles for points), with sites and workers inside, in each band those that lie inside no area, and minerals, armed presence and latest visit of those inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites by administrative unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites and workers by unit, IUCN category and band. A site counts in one row: with the strictest category inside, in a band with that of the nearest area. A footprint belongs to the unit of a point on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Largest overlaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Each site once: footprints by the hectares inside an area, points by their workers, then by the depth inside. Sites whose workers are not known come last; they may be large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Footnote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>A row for each fact: sources and month, filters, what was left out and why, projections, ellipsoid and rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites inside an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Footprints partly inside an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Areas repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites without geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>SITES and AREAS are the same layer, so that each area covers itself; choose the mine sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>ADMIN is not used: no table by unit was asked for; choose a file for BY_UNIT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/schemes.py"/>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/schemes.py"/>
        <source>Scheme of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Sensitivity of scores to weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>score,weights,robustness,Dirichlet,Monte Carlo,uncertainty,mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Weights are a choice. This draws them at random around those of the scheme and tells for each site and indicator how often its level stays the same, which other level is the most frequent, and the share of each level (0: no data).

The shares of weight of an indicator come from a Dirichlet distribution whose mean is the scheme: a share p has the standard deviation SPREAD * sqrt(p * (1 - p)). Points, knock-outs, the least coverage and what is not known stay as they are. Where the worst answer decides, weights do not matter and every level is kept.

The same seed gives the same result. It says how far a level hangs on the weights, not whether it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>How many sets of weights are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Spread of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>How far weights are drawn from the scheme's, above 0 and below 1. With 0.2 a question that has half of the weight mostly gets 0.3 to 0.7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>One point a site with the share of draws in which each level stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>{label}: {steady} of {n} sites keep their level in at least {share:.0%} of draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>{n} sets of weights drawn, spread {spread:g}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Responsible mining scorecard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>score,indicator,due diligence,ICGLR,OECD,artisanal,mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Scores each mine site on the indicators of a scheme; the default one has security, health and safety, state services, formalisation and, for context, production and access.

An unknown answer is an interval: besides the score there are the worst and the best case, the share of the questions answered (coverage), a level (0 no data, from 1 the scheme's levels, the worst first) and how far the level depends on what is not known (firm, probable, open). Where less is answered than the scheme asks for there is no score. The reasons list the answers behind each score. Sites without a visit, with a visit older than the scheme uses, or found abandoned stay in the table with level 0.

Every visit can be scored instead of the latest one, and the trend says for each site and indicator how the score changed between its first and its last comparable visit: up or down only where the intervals of the two do not overlap, else not sure. Questions that were not put at both visits are left out of the comparison.

Weights and points of the schemes are those of ASM Atlas, not IPIS' own. A score is an aid to reading field data; it replaces neither due diligence nor an official decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Mine sites, as 'Import mine-site visits' writes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Visits of the same import. A column that is absent counts as not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Armed actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Armed and state actors. Without them it is only known whether somebody is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Qualification decisions and programme lists. Without them the sites' last one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>What is asked and how answers are valued. asm_atlas_1: four indicators and two for context. oecd_annex_ii_1: red flags of the risks in Annex II of the OECD Guidance. site_criteria_1: pre-check of the criteria for the status of mine sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>A scheme as JSON; it is used instead of the one chosen above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Reference date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>'visit': a status must hold on the day of the visit. A date such as 2026-05-31: later visits and decisions are not used. 'last_known': no status ends. Empty: as in the scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Visits to score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>latest: one row for each site. all: one for each visit of the source's own teams; per_year: the latest of each year. With the reference date 'visit' each row then says what was known on its own day; with a date, what held on that date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Answers are stale after (years)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Answers older than this at the reference date (today if it is no date) are marked in the reasons. The age of a status, list or title is its own. Empty: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Stale answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>mark: they count, and are marked. unknown: they count as unknown, as an interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>One point a site, or a visit, with scores, levels and the answers behind them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>One point a site: the change between its first and its last comparable visit, or why there is none. Uses all visits up to the reference date, each with the statuses of its own day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Rows of scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Rows scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>No table of armed actors was given: what they did is taken as not known. Choose the Actors of the import to score security in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Columns that {table} lacks, taken as not asked: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Scored by {scheme} {version} ({hash}), as of {as_of}, ages on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>, visits: {which}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>, stale after {years} years: {stale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Scores of mine sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Changes of scores of mine sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scored_sites.py"/>
        <source>The scores of 'Responsible mining scorecard', with the reasons behind them. Of several rows of a site the latest counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scored_sites.py"/>
        <source>The scheme that made the scores; another one is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scored_sites.py"/>
        <source>The scheme as JSON, where the scores were made by one of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scores_source.py"/>
        <source>The layer '{0}' has no level of any indicator (fields such as security_level and security_level_worst); choose the output of 'Responsible mining scorecard'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scores_source.py"/>
        <source>{0} holds the level {1}, but no scheme has more than {2}; correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scores_source.py"/>
        <source>{0} does not say which levels its scheme has; {1} are taken: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/scores_source.py"/>
        <source>{0} rows are older ones of sites that have several; the latest counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The sites made by 'Import mine-site visits'; for the recipe protected_area those made by 'Set sites against protected areas'. A site that is an area is drawn at a point on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The output of 'Scorecard'; adds the levels of the sheet's sites as bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons with a name; one of them is the area to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons with a name, drawn as dashed outlines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons of protected areas; those of 'Set sites against protected areas' are drawn by IUCN category. With the recipe protected_area one of them is the area to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The output of 'Draw distance bands round areas'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>That output of 'Set sites against protected areas'; a table on sheets of the recipe protected_area. On a sheet of one area, those of them in that area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons of titles with a field of types (PE, PR ...).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons of water.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Lines of rivers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Lines of roads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Points of towns with a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The visits made by 'Import mine-site visits'; for the history of a site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The output of 'Compare two indicators'; for the recipe comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The output of an algorithm of the group Clusters; for the recipe clusters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Summary by area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The polygons made by 'Key figures of the scorecard'; for the recipe territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Field of province names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Recipe of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>A JSON file; it takes the place of the recipe above. See resources/sheets/README.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Size of the sheet, ISO A series; auto takes the paper that the recipe is made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>auto takes the one whose map frame is nearest in shape to the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>A sentence for the margin: makers, donors, contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Where the latest version is found; printed in letters and, with segno, as a QR code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Picture (SVG or PNG) for the upper right corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Name and address for the margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Disclaimer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Takes the place of the one on boundaries and names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Under which the sheet is given out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>A font of this machine; empty: the plugin's own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Changes by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>JSON, as the sheet designer keeps it; made again on the sheets that they are of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Made for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>press: 300 dpi, pictures without loss; office: 200 dpi; screen: 150 dpi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Resolution (dpi)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Empty: that of what the sheet is made for. Names are placed for it, in the PDF too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Layers in the PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Readers can switch layers of the maps on and off; the file is larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Georeference in the PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The PDF knows where it lies; QGIS and some readers show coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>The layer '{0}' does not hold points; choose a layer with a point for each site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>The layer '{0}' has no coordinate reference system; set it in the layer's properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>The layer '{0}' has no sites; choose a layer with points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>None of the {0} sites of '{1}' has a location; import them with coordinates or choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} sites lie outside the degrees of the globe (the first, {1}, at {2:.6g}, {3:.6g}); correct the coordinate reference system of the layer '{4}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} sites have several points; the first was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} rows repeat a pcode; each row counts as a site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} sites have no geometry and got no result: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} sites lie at longitude 0, latitude 0; correct their coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>The layer '{0}' has no field '{1}'; choose another key field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>The layer '{0}' does not hold points or polygons; choose a layer with a point or a footprint for each site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>The layer '{0}' has no sites; choose a layer with footprints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>None of the {0} footprints of '{1}' can be used ({2}); choose a layer with polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>{0} footprints lie outside the degrees of the globe (the first: {1}); correct the coordinate reference system of the layer '{2}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>The sites have no field pcode; their feature ids stand for it. SITE_KEY can name a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Key figures of the scorecard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>summary,statistics,province,territory,mineral,year,choropleth,score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Sums up the scores of mine sites by province, territory, mineral, project, year, any polygon layer or any field: sites and miners per level, share of low and of firm levels, median score with the medians of the worst and best cases.

Shares and medians are of the sites that have a level. Sites without data, to which an indicator does not apply, inactive, too old or never visited are counted apart; nothing is estimated for them. Where fewer sites than the number asked for have a level, there are counts but no shares and medians, and the map is hatched. Sites whose group is not known are a group of their own, and so are those outside all polygons.

A site counts once in a group and once in the total; with several minerals it counts in the group of each, so do not add up such groups. The sites visited are a sample: shares describe them, not all sites of an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>The output of 'Responsible mining scorecard'. Of several rows of a site the latest in each group counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>For miners, minerals and projects: the sites that were scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Needed for miners and projects where another visit than the last one was scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>polygons: by location in the layer below. year: of the visit scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>The field to group by, of Scores, else of Sites or Visits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Groups by location, or the shapes of provinces, territories or values of a field, matched by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Name field of the polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Found by itself when left empty: ADM1_FR, NAME, nom and the like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Fewest sites for a share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Groups in which fewer sites have a level are marked as too few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>One row per group, the last one the total, with all figures side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Sites by group and level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>One row per group, indicator and level or reason: for pivot tables and charts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Areas with figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>The polygons with the figures of their group, styled; needs Polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Groups with too few sites scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>FIELD is empty; name the field to group by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>POLYGONS is empty; choose the layer of areas to group by or to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>The polygons are not used: groups by {0} have no place of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>No table has the field '{0}'; choose one of SCORES, SITES or VISITS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>SCORES lacks the field {0}; choose another way to group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>{0} groups have fewer than {1} sites scored, too few for shares: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>{0}: {1} sites, {2} scored, {3} inactive, {4} too old, {5} without a visit; {6} miners, not known at {7} sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Summed up by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Key figures of the scorecard by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>Survey form (XLSForm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>The form of a survey made with KoboToolbox or ODK: a workbook with the sheets survey and choices, or the sheet survey as CSV with choices beside it. Columns then have the names of the questions, options their labels, and lists of options are joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>Repeat tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>Tables of the survey's repeat groups. Their rows become columns such as actor1_name, actor2_name of the visit to which they belong. Those in the same workbook as the visits are found without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>Form {file}: {n} questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>A table of {0} cannot be opened; check its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_layer.py"/>
        <source>The layer '{0}' does not hold polygons; choose a layer of mining titles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_layer.py"/>
        <source>The layer '{0}' has no field for the type of title; rename it to 'type'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_layer.py"/>
        <source>The layer '{0}' has no titles; choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_layer.py"/>
        <source>None of the {0} titles of '{1}' can be used ({2}); choose a layer with polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Set sites against mining titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>permit,licence,concession,cadastre,ZEA,artisanal zone,title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Finds for each mine site the mining titles and artisanal zones that cover it, with type, status, holder and expiry, and the class that the scorecard's question on titles asks for: zea_active (artisanal zone), cooperative (title of a cooperative), other_active (somebody else's title), none, prohibited. Give the output to the scorecard as SITES and the class is scored.

What is not known is never taken as active: a title with a term but without a date of expiry, a status that the cadastre leaves open (to be forfeited, or in renewal after its expiry), a type or holder that is not stated, a site within 1 mm of a boundary. Where that could change the class it is 'unknown', and title_sure says why. Without a date of the layer all classes are unknown; in a layer without artisanal zones, so is 'none'.

Of several titles over a site the columns show one: active before unknown before others, then the one that counts most, then the first in the layer. The pairs list all. In the summary each site counts once for each value of counted_by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Points in any projection. The fields pcode (key) and workers are used where they exist; all fields are kept, earlier title_ results are replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Polygons of a mining cadastre in any projection, with a field for the type. Fields for number, status, holder, expiry and date of grant are recognised by their usual names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The day on which titles must stand, such as 2026-05-31. Empty: the date of the layer, or today where that is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Date of the titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The day for which the layer speaks, such as 2020-06-30. Empty: the end of the time span in the layer's metadata. The scorecard leaves out what is too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites with titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The sites with title_class, title_sure, title_date, n_titles and the title that speaks for the site, in EPSG:4326.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Pairs of site and title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>A row for each site and each title that covers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Overlaps of titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The area shared by each pair of titles, in hectares and as a share of both. Slivers of less than 0.1 % of both titles are marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites by title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites and workers by class, kind of title, standing, type, status and holder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites in a title or zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites in an active artisanal zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites with an unknown class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Titles used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Titles left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} '{1}' is no date; write it like 2026-05-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The titles have no field for: {0}. These count as not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The date of the titles is not known, so no class is; give TITLES_DATE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The titles are of {0}, later than {1}: some may have been granted since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} titles used, {1} repaired, {2} left out; standing on {3}: {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} {1}: {2} sites, {3} workers ({4} sites with unknown workers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} titles are of a type that is not known: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} dates of expiry are not dates such as 2026-05-31; they count as not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} titles may be active or not ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The layer holds no artisanal zones, so that no site is known to lie in none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>No site lies in a title; check that both layers show the same region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0}: set against the titles of '{1}' ({2}) with ASM Atlas (asm:titleoverlap), standing on {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>date not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Update an atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>release,newer,import,merge,upsert,GeoPackage,artisanal,mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Puts a newer import into an atlas GeoPackage. Either all of it is done or nothing: after an error, a full disk or a power cut the atlas is as it was.

Sites are the same by pcode, visits by pcode, date and project, never by the row number of the source; a visit that came back under another date or project with the same answers is the same visit. Rows that persist keep their number (fid) and what your own columns hold. Your own tables, views, styles, relations and projects stay. In the columns of ASM Atlas the release counts: what was changed there by hand becomes what the release says.

A release is a whole set. Sites and visits that it lacks are removed, sites added by hand too, unless you keep them; what your own columns held on them is told. Each table of an import that the atlas has must be given, for actors, statuses and findings belong to one set of visits.

Scores and overlaps are not computed anew: run Scorecard and the others again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>The GeoPackage with the tables sites, visits and the others. It is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>New actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>New statuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>New findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>As 'Import mine-site visits' writes it; needed when the atlas has such rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>As 'Import mine-site visits' writes it, of the whole newer release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Rows that the new release lacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>remove: they go. keep: sites, visits with their actors, and statuses stay; the field absent_from then names the release that first lacked them. Findings are always the new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>What changed, as 'Compare two releases' tells it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Number of changes by kind and field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Own values affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>What your own columns held on removed rows or on rows with another key now, and rows of your own tables that name such keys. The log has the first of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Updated atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: kept though absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} is updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Saved projects keep the source that they state of it: build the project again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Computed from the earlier release, run these again: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Nothing changed; {file} was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{0} would be written into the atlas itself; choose another file for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} has no table {table}; choose the file of your atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} has no table {table}; leave {key} out, or save the layer there first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} has {table} of the earlier release, which would not fit the new visits; give {key} too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{n} of your own values lie on rows that go, or name rows that go or are named anew:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>  and {n} more; OWN_VALUES has them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Updated from {old} to {new} by ASM Atlas {plugin}: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} is updated, but its changes were not written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/whole_outputs.py"/>
        <source>{0} is not whole and cannot be removed; delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../processing/workbooks.py"/>
        <source>{0} has the sheets {1}, of which {2} can be visits; add the sheet to its path, such as {0}|layername={3}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
