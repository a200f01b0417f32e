"""Sites on a grid, low in the west and high in the east, for which local statistics are known by heart."""

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

SIDE, STEP = 12, 0.01  # sites a side, degrees between them (1.1 km)
BAND_M = 2600.0  # the 20 sites round a site, fewer at the edge
HIGH_IN_THE_WEST, LOW_IN_THE_EAST = "r6c2", "r6c9"
UNKNOWN, NOWHERE, FAR = "r1c1", "r10c10", "far"
FIELDS = (
    "pcode:string(20)&field=name:string(20)&field=admin1:string(20)&field=admin2:string(20)"
    "&field=visit_date:date&field=value:double&field=answer:string(10)&field=same:integer"
    "&field=base:integer&field=words:string(10)"
)


def key(row, column):
    return f"r{row}c{column}"


def is_high(row, column):
    return (column >= SIDE // 2) != (key(row, column) in (HIGH_IN_THE_WEST, LOW_IN_THE_EAST))


def grid_layer(crs="EPSG:4326"):
    """A layer of SIDE x SIDE sites: value 10 or 1, answer yes or no; all of one value in `same`.

    One site is unknown, one has no geometry, one lies 5 degrees away; r0c0 was visited before, with another value.
    """
    layer = QgsVectorLayer(f"Point?crs={crs}&field={FIELDS}", "grid", "memory")
    features = []

    def add(pcode, place, high, day="2021-05-01"):
        feature = QgsFeature(layer.fields())
        value, answer = (10.0, "yes") if high else (1.0, "no")
        if pcode == UNKNOWN:
            value, answer = None, "unknown"
        side = "East" if place and place[0] >= 28 + STEP * (SIDE // 2 - 0.5) else "West"
        feature.setAttributes(
            [pcode, f"Site {pcode}", "Kivu", side, day, value, answer, 7, 100, "gold" if high else "tin"]
        )
        if place:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        features.append(feature)

    add(key(0, 0), (28.0, -2.0), True, "2019-01-01")
    for row in range(SIDE):
        for column in range(SIDE):
            pcode = key(row, column)
            place = (28 + STEP * column, -2 + STEP * row)
            add(pcode, None if pcode == NOWHERE else place, is_high(row, column))
    add(FAR, (33.0, 3.0), True)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def squares_layer():
    """The same grid as polygons that share their borders, in UTM metres, with counts of events and of people."""
    fields = "pcode:string(20)&field=value:double&field=events:integer&field=people:integer"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32735&field={fields}", "squares", "memory")
    features = []
    for row in range(SIDE):
        for column in range(SIDE):
            feature = QgsFeature(layer.fields())
            high = is_high(row, column)
            people = 0 if (row, column) == (0, 0) else 1000 + 10 * row
            feature.setAttributes([key(row, column), 10.0 if high else 1.0, 60 if high else 5, people])
            x, y = 500_000 + 1000 * column, 9_700_000 + 1000 * row
            feature.setGeometry(
                QgsGeometry.fromWkt(
                    f"Polygon (({x} {y}, {x + 1000} {y}, {x + 1000} {y + 1000}, {x} {y + 1000}, {x} {y}))"
                )
            )
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def deep(east):
    """Keys of sites three columns or more from the border between west and east, away from those that stand out."""
    columns = range(9, SIDE) if east else range(0, 3)
    odd = {HIGH_IN_THE_WEST, LOW_IN_THE_EAST, UNKNOWN, NOWHERE}
    return {key(row, column) for row in range(SIDE) for column in columns} - odd


def by_key(layer, field="lisa_cluster"):
    return {feature["pcode"]: feature[field] for feature in layer.getFeatures()}
