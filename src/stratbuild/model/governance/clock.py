"""The clocks by which meetings are called."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from stratbuild.strategy import Strategy


def zone_of(strategy: Strategy) -> ZoneInfo | None:
    """The time zone of a strategy's meetings; none where there is no zone of that name.

    Names without a place, such as `localtime`, mean another zone on another machine.
    """
    if "/" not in strategy.settings.time_zone and strategy.settings.time_zone != "UTC":
        return None
    try:
        return ZoneInfo(strategy.settings.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
