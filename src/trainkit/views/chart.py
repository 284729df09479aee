"""The animated sea chart: tracks, areas, marks and grids, played in the browser.

The whole of every track is sent once; play, pause, scrubbing and speed need no kernel.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from trainkit.views import extent, feature, front, track
from trainkit.views.feature import Area, Feature, Grid, Mark
from trainkit.views.track import Event, Track

__all__ = ["Area", "Event", "Grid", "Mark", "Track", "chart", "chart_text", "chart_widget"]

_MOST_TOLD = 30


def chart(
    title: str,
    tracks: Sequence[Track] = (),
    features: Sequence[Feature] = (),
    events: Sequence[Event] = (),
) -> None:
    """Show a sea chart, north up, that can be played; in words where there are no widgets.

    Args:
        title: What it shows, in a few words.
        tracks: What moves.
        features: Marks, areas and grids.
        events: What happened, told as it happens.
    """
    words = chart_text(title, tracks, features, events)
    if front.has_widgets():
        front.show(chart_widget(title, tracks, features, events), words)
    else:
        print(words)


def chart_widget(
    title: str,
    tracks: Sequence[Track] = (),
    features: Sequence[Feature] = (),
    events: Sequence[Event] = (),
) -> Any:
    """Return the widget of a sea chart; arguments as in `chart`."""
    from trainkit.views.widgets import ChartWidget

    knots, starts = track.packed(tracks)
    names = track.groups(tracks)
    about = {
        "title": title,
        "hours": track.span_h(tracks, events),
        "views": views(tracks, features),
        "starts": starts,
        "tracks": [{"name": one.name, "group": names.index(one.group)} for one in tracks],
        "groups": names,
        "events": [[event.time_h, event.words] for event in in_order(events)],
        "details": feature.words(features),
        **feature.drawn(features),
    }
    return ChartWidget(about=about, knots=knots)


def sea(tracks: Sequence[Track], features: Sequence[Feature]) -> extent.Bounds:
    """Return the piece of sea that the chart shows."""
    seen = [np.reshape(feature.places(features), (-1, 2)), *(one.knots[:, 1:] for one in tracks)]
    return extent.bounds(np.vstack(seen), None)


def views(tracks: Sequence[Track], features: Sequence[Feature]) -> list[tuple[str, extent.Bounds]]:
    """Return the pieces of sea to choose from: all of it, and the areas where they are smaller."""
    whole = sea(tracks, features)
    wide = [one for one in features if not isinstance(one, Mark)]
    ends = track.span_h(tracks, ())
    near = extent.bounds(feature.places(wide, ends), None)
    found = [("the whole sea", whole)]
    return [*found, ("the search areas", near)] if wide and _smaller(near, whole) else found


def _smaller(near: extent.Bounds, whole: extent.Bounds) -> bool:
    return near[1] - near[0] < 0.7 * (whole[1] - whole[0])


def in_order(events: Sequence[Event]) -> list[Event]:
    """Return events in the order of time."""
    return sorted(events, key=lambda event: event.time_h)


def chart_text(
    title: str,
    tracks: Sequence[Track] = (),
    features: Sequence[Feature] = (),
    events: Sequence[Event] = (),
) -> str:
    """Return what a chart shows, in lines: tracks, features and events; arguments as in `chart`."""
    first, last = track.span_h(tracks, events)
    west, east, south, north = sea(tracks, features)
    corners = f"{feature.place(west, south)} to {feature.place(east, north)}"
    hours = f", hours {first:.2f} to {last:.2f}" if last > first else ""
    head = f"{title}. Sea chart from {corners}{hours}."
    more = len(tracks) - _MOST_TOLD
    lines = [track.words(one) for one in tracks[:_MOST_TOLD]]
    lines += [f"{more} more tracks are on the chart."] if more > 0 else []
    told = [f"{event.time_h:.2f} h: {event.words}" for event in in_order(events)]
    return "\n".join([head, *lines, *feature.words(features), *told])
