"""What may be told of a layer's source: the name of its file or table and the kind of server, nothing else.

Folders name people, addresses name servers, and connection texts hold passwords: none of it belongs into a
log, metadata or a report.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

# How a text names what it is opened with, as QGIS ("WFS://...") and GDAL ("PG:...") write it.
_SERVERS = {
    "arcgisfeatureserver": "ArcGIS",
    "arcgismapserver": "ArcGIS",
    "carto": "Carto",
    "elastic": "Elasticsearch",
    "es": "Elasticsearch",
    "ftp": "FTP",
    "hana": "HANA",
    "http": "HTTP",
    "https": "HTTP",
    "mongodb": "MongoDB",
    "mongodb+srv": "MongoDB",
    "mongodbv3": "MongoDB",
    "mssql": "SQL Server",
    "mysql": "MySQL",
    "oapif": "OGC API Features",
    "oci": "Oracle",
    "odbc": "ODBC",
    "oracle": "Oracle",
    "pg": "PostgreSQL",
    "postgis": "PostgreSQL",
    "postgres": "PostgreSQL",
    "postgresql": "PostgreSQL",
    "sftp": "SFTP",
    "vectortile": "vector tiles",
    "wcs": "WCS",
    "wfs": "WFS",
    "wfs3": "OGC API Features",
    "wms": "WMS",
}
_CLOUD = {"vsicurl": "HTTP", "vsis3": "S3", "vsigs": "Google Storage", "vsiaz": "Azure", "vsiswift": "Swift"}
_FILES = "ogr|gdal|delimitedtext|spatialite|file|gpx|gpkg|sqlite|csv|geojson|geojsonseq|esrijson|topojson|xlsx|ods|xls"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+]*):(.*)", re.DOTALL)
_AUTHCFG = re.compile(r"\bauthcfg=['\"]?([A-Za-z0-9]{7})(?![A-Za-z0-9])", re.IGNORECASE)
_CONNECTION = re.compile(
    r"(?:^|[\s;&?|,\"'])(?:host|hostname|server|service|dbname|database)\s*=", re.IGNORECASE
)
_DATABASE_FILE = re.compile(r"\bdbname\s*=\s*(?:'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_TABLE = re.compile(r"\btable\s*=\s*(?:\"[^\"]*\"\s*\.\s*)?\"((?:[^\"]|\"\")*)\"", re.IGNORECASE)
_TYPE_NAME = re.compile(r"\btypename\s*=\s*(?:'([^']*)'|([^\s&]+))", re.IGNORECASE)
_GEOMETRY = "Point|LineString|Polygon|MultiPoint|MultiLineString|MultiPolygon|NoGeometry|None|memory"
_MEMORY = re.compile(rf"(?:memory:(?://)?.*|(?:{_GEOMETRY})(?:ZM?|M|25D)?\?.*)", re.IGNORECASE | re.DOTALL)
_ARCHIVE = re.compile(r"\.(?:zip|kmz|tar|tgz|gz|7z|rar)$", re.IGNORECASE)
_FILE_LIKE = re.compile(r"[^/\\]*\.[A-Za-z][A-Za-z0-9]{0,9}")
_TELLS = re.compile(
    r"://|[^\s/@]+:[^\s/@]*@|\b(?:pass(?:word|wd)?|pwd|user(?:name)?|uid|token|secret|\w*key|host)\s*=",
    re.IGNORECASE,
)
_KEY = r"(?:user(?:name)?|password|passwd|pwd|uid|\w*token|\w*key|secret|sig(?:nature)?)"
# user='...' of connections, ?token=... of addresses and me:...@ before hosts; not keys of tables (key='fid').
_LOGIN = re.compile(
    rf"\s*\b(?!key=')(?<![?&]){_KEY}\s*=\s*(?:'(?:[^'\\]|\\.)*'|\"[^\"]*\"|[^\s&'\"]+)"
    rf"|(?<=[?&]){_KEY}=[^&'\"\s]*&?|(?<=://)[^/@\s'\"]+@",
    re.IGNORECASE,
)


def shareable_source(text: str) -> str:
    """The source of a layer as it may stand in a log, metadata or a report.

    text: a path, an address or a connection text, with or without the provider before it ("postgres://dbname=...",
    as parameters of algorithms have it; without it a database cannot be told from another). A file keeps its name and
    the table in it ("atlas.gpkg: sites"), an archive the file in it, a server its kind and the table ("visits
    (PostgreSQL)"). An authcfg is kept, since it opens nothing without the user's own store of logins. Folders,
    addresses, users, passwords, filters and queries are left out. What is told already comes back as it is.
    """
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if text.startswith(("{", "[", "<")):
        return "GeoJSON" if text[0] != "<" else "XML"
    if _MEMORY.fullmatch(text):
        return "memory"
    found = _SCHEME.match(text)
    scheme, rest = (found.group(1).lower(), found.group(2)) if found else ("", text)
    if scheme == "virtual" or text.startswith(("?query=", "?layer=", "?")):
        return "virtual"
    if scheme in _SERVERS:
        return _server(_SERVERS[scheme], text, rest)
    if re.fullmatch(_FILES, scheme):
        text = rest
    return _unprefixed(text)


def without_login(text: str) -> str:
    """A connection text without user, password and keys, for a command that the user runs with a login of his own."""
    return _LOGIN.sub("", text).strip()


def _unprefixed(text: str) -> str:
    """The same of a text whose provider is not named, or is one of files."""
    if re.search(r"(?:^|[\s&])url=", text, re.IGNORECASE):
        kind = "WFS" if _TYPE_NAME.search(text) else "XYZ" if "type=xyz" in text else ""
        return _server(kind or ("ArcGIS" if "/rest/services" in text else "WMS"), text, "")
    file = _DATABASE_FILE.search(text)
    path = next(filter(None, file.groups()), "") if file else ""
    if path and (re.search(r"[/\\]", path) or _FILE_LIKE.fullmatch(path)) and "host=" not in text:
        table = _TABLE.search(text)
        return _named_file(path, table.group(1) if table else "")
    if _CONNECTION.search(text):
        return _server("database", text, "")
    found = _SCHEME.match(text)
    if found and found.group(1).lower() in _SERVERS:  # an address within the provider of files
        return _server(_SERVERS[found.group(1).lower()], text, found.group(2))
    path, *options = text.split("|")
    table = next((part.split("=", 1)[1] for part in options if part.lower().startswith("layername=")), "")
    if path.startswith("//") or "file://" in text.lower() or re.search(r"\?\w+=", path):
        path = unquote(path.split("?", 1)[0])
    return _named_file(path, table)


def _server(kind: str, text: str, rest: str) -> str:
    """The kind of a server, with the table or file asked of it and the login that QGIS keeps for it."""
    table, typed = _TABLE.search(text), _TYPE_NAME.search(text)
    name = ""
    if table:
        name = table.group(1).replace('""', '"')
    elif typed:
        name = (typed.group(1) or typed.group(2)).split(":")[-1]
    elif kind in ("HTTP", "FTP", "SFTP"):
        last = unquote(re.split(r"[?#|]", rest)[0]).split("/")[-1]
        name = last if rest.strip("/").count("/") and _FILE_LIKE.fullmatch(last) else ""
    login = _AUTHCFG.search(text)
    kind = f"{kind}, authcfg={login.group(1)}" if login else kind
    return _without_tells(f"{name} ({kind})" if name else kind)


def _named_file(path: str, table: str) -> str:
    """The name of a file, of the archive round it, and of the table in it."""
    steps = [
        step.strip() for step in re.split(r"[/\\]", path.replace("{", "").replace("}", "")) if step.strip()
    ]
    kind = next((_CLOUD[step.split("?")[0]] for step in steps if step.split("?")[0] in _CLOUD), "")
    names = steps[-1:]
    if path.startswith("/vsi"):
        names = [step for step in steps[:-1] if _ARCHIVE.search(step)][:1] + names
    if kind and not _FILE_LIKE.fullmatch(names[-1] if names else ""):
        return kind
    if table and names and table != names[-1].rsplit(".", 1)[0]:
        names.append(table)
    name = ": ".join(names)
    return _without_tells(f"{name} ({kind})" if kind else name)


def _without_tells(text: str) -> str:
    """The text, unless something that must not be told is still in it."""
    return "source" if _TELLS.search(text) else text
