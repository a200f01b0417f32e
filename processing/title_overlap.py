"""asm:titleoverlap: mine sites set against mining titles and artisanal zones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsLayerMetadata,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime

from ..cartography.layer_metadata import stated_metadata
from .algorithm import AsmAlgorithm, progress_shares, progress_steps
from .area_layers import with_polygons
from .frames import features_of, fields_of, wgs84
from .outputs import describe, style_table_on_load, write_features, write_table
from .site_features import site_features
from .site_layers import SiteLayer, read_sites, site_report
from .title_layer import TitleLayer, read_titles, stated_date

if TYPE_CHECKING:
    import pandas as pd

    from ..core.areas.title_overlap import TitleScreening

_VALUES_SHOWN = 10


class TitleOverlap(AsmAlgorithm):
    """Which titles cover each site and how they stand; titles that overlap; counts."""

    GROUP = "areas"
    SITES = "SITES"
    TITLES = "TITLES"
    AS_OF = "AS_OF"
    TITLES_DATE = "TITLES_DATE"
    OUTPUT = "OUTPUT"
    PAIRS = "PAIRS"
    OVERLAPS = "OVERLAPS"
    SUMMARY = "SUMMARY"
    NUMBERS = ("N_SITES", "N_IN_TITLES", "N_IN_ZONES", "N_UNKNOWN", "N_NO_GEOMETRY", "N_TITLES", "N_LEFT_OUT")

    def name(self) -> str:
        return "titleoverlap"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Set sites against mining titles")

    def tags(self) -> list[str]:
        return self.tr("permit,licence,concession,cadastre,ZEA,artisanal zone,title").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Finds for each mine site the mining titles and artisanal zones that cover it, with type, status, "
            "holder and expiry, and the class that the scorecard's question on titles asks for: zea_active "
            "(artisanal zone), cooperative (title of a cooperative), other_active (somebody else's title), "
            "none, prohibited. Give the output to the scorecard as SITES and the class is scored.\n\n"
            "What is not known is never taken as active: a title with a term but without a date of expiry, a "
            "status that the cadastre leaves open (to be forfeited, or in renewal after its expiry), a type "
            "or holder that is not stated, a site within 1 mm of a boundary. Where that could change the "
            "class it is 'unknown', and title_sure says why. Without a date of the layer all classes are "
            "unknown; in a layer without artisanal zones, so is 'none'.\n\n"
            "Of several titles over a site the columns show one: active before unknown before others, then "
            "the one that counts most, then the first in the layer. The pairs list all. In the summary each "
            "site counts once for each value of counted_by."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        table = QgsProcessing.SourceType.TypeVector
        for parameter, text in (
            (
                QgsProcessingParameterFeatureSource(self.SITES, self.tr("Mine sites"), [point]),
                self.tr(
                    "Points in any projection. The fields pcode (key) and workers are used where they exist; "
                    "all fields are kept, earlier title_ results are replaced."
                ),
            ),
            (
                QgsProcessingParameterFeatureSource(self.TITLES, self.tr("Mining titles"), [polygon]),
                self.tr(
                    "Polygons of a mining cadastre in any projection, with a field for the type. Fields for "
                    "number, status, holder, expiry and date of grant are recognised by their usual names."
                ),
            ),
            (
                QgsProcessingParameterString(self.AS_OF, self.tr("Reference date"), "", False, True),
                self.tr(
                    "The day on which titles must stand, such as 2026-05-31. Empty: the date of the layer, or "
                    "today where that is not known."
                ),
            ),
            (
                QgsProcessingParameterString(
                    self.TITLES_DATE, self.tr("Date of the titles"), "", False, True
                ),
                self.tr(
                    "The day for which the layer speaks, such as 2020-06-30. Empty: the end of the "
                    "time span in the layer's metadata. The scorecard leaves out what is too old."
                ),
            ),
            (
                QgsProcessingParameterFeatureSink(self.OUTPUT, self.tr("Sites with titles"), point),
                self.tr(
                    "The sites with title_class, title_sure, title_date, n_titles and the title that speaks "
                    "for the site, in EPSG:4326."
                ),
            ),
            (
                QgsProcessingParameterFeatureSink(
                    self.PAIRS, self.tr("Pairs of site and title"), table, None, True
                ),
                self.tr("A row for each site and each title that covers it."),
            ),
            (
                QgsProcessingParameterFeatureSink(
                    self.OVERLAPS, self.tr("Overlaps of titles"), polygon, None, True
                ),
                self.tr(
                    "The area shared by each pair of titles, in hectares and as a share of both. Slivers of "
                    "less than 0.1 % of both titles are marked."
                ),
            ),
            (
                QgsProcessingParameterFeatureSink(self.SUMMARY, self.tr("Sites by title"), table, None, True),
                self.tr("Sites and workers by class, kind of title, standing, type, status and holder."),
            ),
        ):
            self.add(parameter, text)
        for number, title in zip(
            self.NUMBERS,
            (
                self.tr("Sites"),
                self.tr("Sites in a title or zone"),
                self.tr("Sites in an active artisanal zone"),
                self.tr("Sites with an unknown class"),
                self.tr("Sites without geometry"),
                self.tr("Titles used"),
                self.tr("Titles left out"),
            ),
        ):
            self.addOutput(QgsProcessingOutputNumber(number, title))

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        import numpy as np

        from ..core.areas.title_overlap import (
            OVERLAP_COLUMNS,
            PAIR_COLUMNS,
            SITE_COLUMNS,
            SUMMARY_COLUMNS,
            overlaps_of,
            screen_titles,
        )
        from ..core.areas.titles import ARTISANAL_ZONE

        site_source = self.given_source(self.SITES, parameters, context)
        title_source = self.given_source(self.TITLES, parameters, context)
        layer_date, at = self._dates(parameters, context)
        sites = read_sites(site_source, context, progress_steps(feedback, 0, 10))
        titles = read_titles(title_source, at, context, progress_steps(feedback, 10, 25))
        screening = screen_titles(
            sites.frame,
            titles.frame,
            titles.polygons,
            np.datetime64("NaT" if layer_date is None else layer_date, "D"),
            bool((titles.every["group"] == ARTISANAL_ZONE).any()),
            progress_steps(feedback, 25, 65),
        )
        overlaps = None
        if parameters.get(self.OVERLAPS):
            overlaps = overlaps_of(titles.frame, titles.polygons, progress_steps(feedback, 65, 80))
        self._tell(sites, titles, screening, layer_date, at, feedback)

        frames = (sites.frame, screening.pairs, screening.summary, *(overlaps or ())[:1])
        progress = progress_shares(progress_steps(feedback, 80, 99), [len(frame) for frame in frames])
        progress[0](0.0)
        fields, features, points = site_features(sites, screening.sites, SITE_COLUMNS)
        kind, n = QgsWkbTypes.Type.Point, len(sites.frame)
        written = {
            self.OUTPUT: write_features(
                self, self.OUTPUT, parameters, context, fields, kind, features, n, progress[0], points
            )
        }
        for name, frame, columns, share in (
            (self.PAIRS, screening.pairs, PAIR_COLUMNS, progress[1]),
            (self.SUMMARY, screening.summary, SUMMARY_COLUMNS, progress[2]),
        ):
            written[name] = write_table(self, name, parameters, context, name.lower(), frame, share, columns)
        if overlaps is not None:
            fields = fields_of(OVERLAP_COLUMNS)
            rows = with_polygons(
                features_of(overlaps[0], OVERLAP_COLUMNS, fields, located=False), overlaps[1]
            )
            kind, n = QgsWkbTypes.Type.MultiPolygon, len(overlaps[0])
            written[self.OVERLAPS] = write_features(
                self, self.OVERLAPS, parameters, context, fields, kind, rows, n, progress[3]
            )
        of_sites, of_titles = self._metadata(parameters, context, title_source, layer_date, at)
        for name, dest in written.items():
            describe(dest, of_titles if name == self.OVERLAPS else of_sites, context)
        style_table_on_load(written[self.OUTPUT], context, "sites_titles")
        style_table_on_load(written.get(self.OVERLAPS), context, "title_overlaps")
        feedback.setProgress(100)
        return {
            **{name: dest for name, dest in written.items() if dest is not None},
            **dict(zip(self.NUMBERS, _counts(sites, titles, screening.sites))),
        }

    def _dates(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[date | None, date]:
        """The date of the layer, None where it is not known, and the reference date."""
        given = {}
        for name in (self.TITLES_DATE, self.AS_OF):
            text = self.parameterAsString(parameters, name, context).strip()
            try:
                given[name] = date.fromisoformat(text) if text else None
            except ValueError:
                raise QgsProcessingException(
                    self.tr("{0} '{1}' is no date; write it like 2026-05-31.").format(name, text)
                ) from None
        layer_date = given[self.TITLES_DATE] or stated_date(
            stated_metadata(self.parameterAsVectorLayer(parameters, self.TITLES, context))
        )
        return layer_date, given[self.AS_OF] or layer_date or date.today()

    def _tell(
        self,
        sites: SiteLayer,
        titles: TitleLayer,
        screening: TitleScreening,
        layer_date: date | None,
        at: date,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """The counts that a user can check, and everything that was not as it should be."""
        warnings = [*titles.report, *site_report(sites), *self._doubts(titles.every, screening)]
        if titles.absent:
            warnings.append(
                self.tr("The titles have no field for: {0}. These count as not known.").format(
                    ", ".join(titles.absent)
                )
            )
        if layer_date is None:
            warnings.append(self.tr("The date of the titles is not known, so no class is; give TITLES_DATE."))
        elif at < layer_date:
            warnings.append(
                self.tr("The titles are of {0}, later than {1}: some may have been granted since.").format(
                    layer_date, at
                )
            )
        for line in warnings:
            feedback.pushWarning(line)
        feedback.pushInfo(
            self.tr("{0} titles used, {1} repaired, {2} left out; standing on {3}: {4}").format(
                len(titles.frame),
                titles.n_repaired,
                len(titles.every) - len(titles.frame),
                at,
                _listed(titles.every["standing"]),
            )
        )
        feedback.pushInfo(self.tr("Each site counted once:"))
        for row in screening.summary.to_dict("records"):
            if row["counted_by"] not in ("title_class", "title_group"):
                continue
            known = row["sites"] > row["workers_unknown"]
            feedback.pushInfo(
                self.tr("{0} {1}: {2} sites, {3} workers ({4} sites with unknown workers)").format(
                    row["counted_by"],
                    row["value"],
                    row["sites"],
                    f"{row['workers']:,}" if known else "-",
                    row["workers_unknown"],
                )
            )

    def _doubts(self, every: pd.DataFrame, screening: TitleScreening) -> list[str]:
        """Sentences on words and dates of titles that say nothing to us."""
        lines = []
        strange = every.loc[(every["group"] == "unknown") & every["type"].notna(), "type"]
        if len(strange):
            lines.append(
                self.tr("{0} titles are of a type that is not known: {1}").format(
                    len(strange), _listed(strange)
                )
            )
        unread = int(every["is_unreadable"].sum())
        if unread:
            lines.append(
                self.tr(
                    "{0} dates of expiry are not dates such as 2026-05-31; they count as not known."
                ).format(unread)
            )
        is_open = every["doubt"] != ""
        if is_open.any():
            lines.append(
                self.tr("{0} titles may be active or not ({1}).").format(
                    int(is_open.sum()), _listed(every.loc[is_open, "doubt"])
                )
            )
        if (screening.sites["title_sure"] == "no zones in layer").any():
            lines.append(
                self.tr("The layer holds no artisanal zones, so that no site is known to lie in none.")
            )
        if not len(screening.pairs):
            lines.append(self.tr("No site lies in a title; check that both layers show the same region."))
        return lines

    def _metadata(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        title_source: QgsProcessingFeatureSource,
        layer_date: date | None,
        at: date,
    ) -> tuple[QgsLayerMetadata, QgsLayerMetadata]:
        """Metadata for the sites and for the titles: each layer's own, rights of both, and what was done."""
        of_sites = stated_metadata(self.parameterAsVectorLayer(parameters, self.SITES, context))
        of_titles = stated_metadata(self.parameterAsVectorLayer(parameters, self.TITLES, context))
        done = self.tr(
            "{0}: set against the titles of '{1}' ({2}) with ASM Atlas (asm:titleoverlap), standing on {3}."
        ).format(
            QDateTime.currentDateTime().toString("yyyy-MM-dd"),
            title_source.sourceName(),
            layer_date or self.tr("date not known"),
            at,
        )
        of_sites.setRights(list(dict.fromkeys(of_sites.rights() + of_titles.rights())))
        of_sites.setLicenses(list(dict.fromkeys(of_sites.licenses() + of_titles.licenses())))
        for metadata in (of_sites, of_titles):
            metadata.setCrs(wgs84())
            metadata.addHistoryItem(done)
        return of_sites, of_titles


def _listed(values: pd.Series) -> str:
    """The most frequent values with their counts."""
    counts = values.value_counts()
    shown = ", ".join(f"{value}: {n}" for value, n in counts.head(_VALUES_SHOWN).items())
    return shown + (", ..." if len(counts) > _VALUES_SHOWN else "")


def _counts(sites: SiteLayer, titles: TitleLayer, table: pd.DataFrame) -> tuple[int, ...]:
    """The numbers of TitleOverlap.NUMBERS."""
    return (
        len(table),
        int((table["n_titles"].fillna(0) > 0).sum()),
        int((table["title_class"] == "zea_active").sum()),
        int((table["title_class"] == "unknown").sum()),
        int(sites.frame["longitude"].isna().sum()),
        len(titles.frame),
        len(titles.every) - len(titles.frame),
    )
