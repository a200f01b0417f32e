<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AsmAtlas</name>
    <message>
        <location filename="../../../dialogs/bars.py"/>
        <source>Share in the indicator: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/cut_bar.py"/>
        <source>Drag a cut, or choose one with up and down and move it with left and right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/cut_bar.py"/>
        <source>Cut-offs between the levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>Columns of the atlas and of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>In the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>Column of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>For example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>made of other columns:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>Site key made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>the same for all rows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>{0}, for all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>{0} (not in the table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>What was found; nothing is written so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Summary by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Value as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>site, column, value …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>&amp;Zoom to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Centre the map on the finding chosen, where it has a location.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Sa&amp;ve findings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>&amp;Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>R&amp;ule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>&amp;With the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Choose a rule to see its findings alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>{0} of {1} findings shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Save findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>{0} cannot be written: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>{0} is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>{n_rows} rows = {n_visits} visits ({n_third_party} told by third parties) + {n_statuses} status decisions + {n_rejected} rejected. {n_sites} sites, {n_actors} actors, {n_findings} findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>State of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Cop&amp;y the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The same import for qgis_process, to be run without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The profile cannot be written: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The import was stopped; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The mapping is kept in {0}; open it for the next table of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The source has changed since the findings were shown; look at the layer of findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The layers are in the project and go when QGIS closes; export those to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Written to {0}; the layers are in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>as each value tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>decimal degrees or metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>degrees, minutes, seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>both in the geometry column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>WKT in the geometry column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>longitude, latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>latitude, longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>degrees (EPSG:4326)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>comma: 1,5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>point: 1.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>as the whole column tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>day first: 31/12/2021</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>month first: 12/31/2021</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>slash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Coordin&amp;ates are written as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Or&amp;der of a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Coordinate s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Dates and numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Da&amp;tes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Deci&amp;mals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Lists in one column, separated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Counted in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_job.py"/>
        <source>The work broke off; the Python messages of QGIS say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Site key (pcode) – needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Site name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Chiefdom or sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Village</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Date of visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Team reached the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Why not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Row number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Longitude or easting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Latitude or northing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Geometry, or both coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>How located</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Minerals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Miners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Children under 15 work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Number of children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Children's work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Women work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Number of women</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Women's work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Mercury used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>3T site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Gold site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Access, dry season</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Access, wet season</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Mechanisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>People injured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>People killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Armed presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Armed interference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Class of actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Actor: name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Actor: class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Classes of all actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Frequency of actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Actor: frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>State services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Traceability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Traceability programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Qualification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>taxation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>taxation of trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>taxation at the entrance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>monopoly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>buying minerals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>digging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>forced labour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>pillaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>pit ownership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Actor: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>&amp;Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Armed and state actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>State services, programmes, status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>&amp;Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Say which column is the site key, or choose 'made of other columns' and of which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Say which column names the actor; {0} belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Give both longitude and latitude, or neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Write what is the same for all rows: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>&amp;Words ({0} unknown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>How the columns are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Profile recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>What is still needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>O&amp;pen profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>&amp;Save profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>&amp;Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Reading {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Another table: map its columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>An atlas: taken as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>The mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Looking at the columns …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Open a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Save the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Read as the profile {0} says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>{0} is written; it can be used in batch and shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Trying the import …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Still needed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Seldom needed: repeat tables, gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Tables of a survey's repeat groups, such as one row for each actor. Those in the same workbook as the visits are found without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Named places; they place sites without a location by name, where only one can be meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Repeat tabl&amp;es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Ga&amp;zetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>{0}: choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>There is no file {0}; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>(not used)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Written in the source: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Empty there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Table shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>First rows as they will come out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>State of the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Pre&amp;view of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>There is nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>{0} of {1} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Bold: written otherwise in the source; the tooltip says how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Recognised by its columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Chosen by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>{0}: {1}, version {2}. It knows {3} of the {4} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Not in the table: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>The columns are read as chosen below. Suggestions are guesses: look at each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>No profile knows these columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Not used so far: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>These are the visits of an atlas. They are taken as they are, so there is nothing to map; actors, statuses and sites that lie beside them are read as well. Sites are worked out anew: what you corrected in the visits comes through, all else stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>known sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>administrative units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>survey form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>repeat tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>repair of locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Not used for an atlas: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>What to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;Layer of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a table of visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Tables and layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Sites of an earlier import; they place sites without a location, by pcode or by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Provinces or territories; locations outside their own are findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>The form of a survey made with KoboToolbox or ODK; it gives names and labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;Repair doubtful locations; each repair is a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;Temporary layers, gone when QGIS closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Tables replaced: {0}. To take in a newer release, use 'Update an atlas'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a table of visits to mine sites, or drop a file on this window. Nothing is written before the last page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>T&amp;able in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>If you have them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;Known sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Administrative &amp;units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Survey f&amp;orm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Layer of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Re&amp;place the atlas tables in {0}; its other tables stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Layers of the project that show {0} will show what is imported now: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a layer of the project, or a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>The layer {0} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a file, or a layer of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>There is no file {0}; check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>{0} holds no table that QGIS can read; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>The table {0} cannot be read; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>There is no form {0}; check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a GeoPackage to write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>The folder of {0} does not exist; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>{0} is what is read; write to another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>{0} is there already: allow to replace its tables, or write to another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>Words of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>Words and their codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>Word in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>Known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>W&amp;ords of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>chosen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>yes, other spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>by a part of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>no: counts as other or unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>{0} ({1} unknown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>{0} is read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>{0} more words are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>not known: choose a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>as the vocabulary says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_wizard.py"/>
        <source>ASM Atlas: import mine-site visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/level_chart.py"/>
        <source>Sites by level, before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/level_panels.py"/>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/level_panels.py"/>
        <source>{0} (only after)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/level_panels.py"/>
        <source>{0} (only before)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>All pro&amp;jects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>&amp;This project only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Empty: the usual sentence that boundaries and names imply no official endorsement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Choose a logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>{0} (comes with ASM Atlas)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>What your organisation puts on every sheet that ASM Atlas prints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>A&amp;ddress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Lo&amp;go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Disc&amp;laimer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Li&amp;cence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>&amp;Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>ASM Atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>From (count)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>0 is worst, 1 is best; empty: as good as unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Where the answer leaves the points open: the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Points of each answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>As good as unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Change points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Take out a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Sites that change their level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>&amp;Only the chosen indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>&amp;Zoom to the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>The two schemes have different levels; no site can be compared one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>The site has no location.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>No site changes its level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>{0} sites change: {1} levels rise, {2} fall, {3} begin or cease to have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Settings that differ between the two schemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>{0} settings differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Nothing differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_fields.py"/>
        <source>Change {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_fields.py"/>
        <source>To be mended: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_files.py"/>
        <source>{0} lies in the plugin's own folder; choose another folder for schemes of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>&amp;Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>&amp;Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>Armed a&amp;ctors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>Status &amp;decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>The scheme is tried on these tables of one import; nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Change cut-offs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Cut-offs: a score at a cut belongs to the level above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>cut-offs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Cut-off {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>least coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>With less answered a site has neither score nor level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Least coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Title, English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Title, French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Text, English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Text, French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Disclaimer, English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Disclaimer, French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Provenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Knock-outs: a level that cannot be exceeded where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>least number of answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>With fewer answers a score is marked as thin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Least number of answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Weights and their shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Weight of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Knock-out: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>on, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Knock-out on: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Switch a knock-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Level at most: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Why: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Change a knock-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Question, English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Question, French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Take out the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Unknown answer, {0} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Unknown answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Differences ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Choose the sites and visits of an import under Layers to see how levels change; 'Import mine-site visits' in the Processing toolbox makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>{0}, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>before: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>after: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Sites ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>{0} of {1} sites are scored; the others have no visit since {2}, or nobody was there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>No table of armed actors: what they did is taken as not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>{0} notes, see the tip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_tree.py"/>
        <source>Indicator, question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_tree.py"/>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_tree.py"/>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_tree.py"/>
        <source>Indicators and questions of the scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>State forces there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>State forces tax, trade or dig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>State forces, grave abuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Armed group there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Armed group taxes, digs or controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>1, irregular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>2, less than monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>3, monthly or fortnightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>4, weekly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>5, permanent or almost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Green, expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Yellow, expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Blue, lapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Artisanal zone, active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Title of a cooperative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Another active title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Mining prohibited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>gold site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>tin, tantalum or tungsten site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>a mineral that programmes trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>a designated mineral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>armed presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>armed group present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>what armed actors do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Counts only where: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Counts only in: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Counts at every site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Left out where it was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Before {0} an empty answer counts as not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>An unknown answer is worth at most what “{0}” is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>The worst answer decides; there are no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Weighted mean of the questions that apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>disclaimer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>provenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>points of an unknown answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>knock-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>switched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>visits since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/score_preview.py"/>
        <source>Trying a scorecard scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/score_preview.py"/>
        <source>Scoring was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>ASM Atlas: scorecard schemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Scheme to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>as it was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>From a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Save as a &amp;new version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Go to the &amp;fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Clos&amp;e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Com&amp;pare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Schemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Open a scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Cannot be saved. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Nothing has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Save as a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Raise the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>{0} is written: {1} {2}, hash {3}. Choose it in 'Responsible mining scorecard' as a scheme of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>The changes to this scheme are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>&amp;Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>The field with the names of the areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>S&amp;ite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>&amp;Area to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>From the layer of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>All sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>ASM Atlas: sheet designer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Sa&amp;ve as a recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>&amp;Open in the layout designer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>&amp;Take changes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>By han&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Print a &amp;series…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>&amp;Made for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Add a layer of sites first: run 'Import mine-site visits' from the Processing toolbox, or choose a layer of its sites under Layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Export the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Save as a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Name of the recipe:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>{0} is written; the recipe is listed with those of ASM Atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Automatic takes the one nearest in shape to the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>What the signs of the sites tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Colours for colour-&amp;blind readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Makers, donors, contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Mar&amp;ks of the organisation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>S&amp;heet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Field of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Theme of the sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Site &amp;names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Te&amp;xts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>S&amp;ubtitle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>C&amp;redits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Map num&amp;ber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Versio&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>L&amp;ogo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>La&amp;yers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>All that find room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Sites with 50 miners or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>As the recipe says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Sheets bear the marks of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>No organisation is named on the sheets yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>PDF with report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>Package (zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>office printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Checks of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Sho&amp;w me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Remove ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>&amp;Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Error: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Warning: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Nothing is found that would spoil the print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>&amp;Checks ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Chan&amp;ges by hand ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: at {1}, {2} mm, {3} x {4} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: at {1}, {2} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: the text '{1}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Si&amp;tes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Sco&amp;res</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>&amp;Provinces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Terr&amp;itories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Protected &amp;areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Mining tit&amp;les</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>La&amp;kes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>R&amp;oads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Tow&amp;ns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Distance bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Checked layers are drawn. They are copied: your layers and styles stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>ASM Atlas: print a series of sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>&amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>N&amp;one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>package (zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>&amp;Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>Recipe, paper, theme, layers, marks and credits are those of the designer; title, subtitle, map number and version are made for each sheet. Sheets of which nothing has changed are not made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>A&amp;reas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>Map &amp;numbers begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>{0} sheets made, {1} unchanged, {2} areas without a site, {3} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>{0}: {1} {2}, scale 1:{3}, {4} sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>{0} sites have no location and are not drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>{0} is written: {1} site names placed, {2} without room, {3} warnings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>Sites whose name has no room on the sheet:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>'{0}' is open in the layout designer. Changes made there come back by 'By hand'; its layers are temporary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>The project has no layout of this sheet; open it in the layout designer first and change it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>{0} changes of '{1}' are kept with the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>Kept are place, size, text and visibility, and added texts, pictures and shapes. Other changes are not: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_view.py"/>
        <source>Preview of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_view.py"/>
        <source>Whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_view.py"/>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_view.py"/>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../plugin.py"/>
        <source>Import mine-site visits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../plugin.py"/>
        <source>Design and print a mine-site sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../plugin.py"/>
        <source>Edit a scorecard scheme…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
