"""Trade marks that technical specifications name: what law 922-VIII, article 23, asks for wherever one stands."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from stratbuild.schema.specification import TechnicalSpecification
from stratbuild.schema.text import MAIN
from stratbuild.strategy.texts import texts
from stratbuild.strategy.walk import Way

_BRANDS = (
    *("Acer", "Adobe", "AMD", "Android", "Apple", "Aruba", "ASUS", "Autodesk", "AutoCAD", "Avaya", "Axis", "BenQ"),
    *("Bitdefender", "Brother", "Canon", "Cisco", "CrowdStrike", "Dahua", "Dell", "D-Link", "Eaton", "Epson", "Ericsson"),
    *("ESET", "Excel", "FortiGate", "Fortinet", "Fujitsu", "Gigabyte", "Grandstream", "Hikvision", "HPE", "HP", "Huawei"),
    *("IBM", "Intel", "iOS", "iPad", "iPhone", "Juniper", "Kingston", "Kyocera", "Lenovo", "LG", "Logitech", "MacBook"),
    *("Microsoft", "MikroTik", "Mikrotik", "MSI", "NETGEAR", "Nokia", "NVIDIA", "Office 365", "Oracle", "Panasonic"),
    *("Philips", "Polycom", "PowerCom", "QNAP", "Ruckus", "Samsung", "SAP", "Schneider Electric", "Seagate", "Siemens"),
    *("Sony", "Sophos", "Starlink", "Synology", "Toshiba", "TP-Link", "Ubiquiti", "UniFi", "Veeam", "ViewSonic", "VMware"),
    *("Western Digital", "Windows", "Xerox", "Xiaomi", "Yealink", "Zabbix", "ZTE", "Zyxel"),
)
"""As their owners spell them: in other letters most are words of the language, or of another one."""

_BRAND = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _BRANDS), key=len, reverse=True))})(?!\w)")
_OR_EQUIVALENT = re.compile(r"(?:або|чи)\s+(?:\w+\s+)?еквівалент|or\s+(?:an\s+|its\s+)?equivalent", re.IGNORECASE)
_NOT_DEMANDED = frozenset({"purpose", "brand_reason"})


class BrandsNamed(NamedTuple):
    """The trade marks that one text names."""

    way: Way
    """To the text, in the language that names them."""
    brands: tuple[str, ...]
    allows_equivalents: bool


def brands_named(specification: TechnicalSpecification) -> Iterator[BrandsNamed]:
    """Every text of a specification that says what is asked for and names a trade mark."""
    for way, text in texts(specification):
        if way[0] in _NOT_DEMANDED:
            continue
        for language, words in text.by_language.items():
            brands = tuple(dict.fromkeys(_BRAND.findall(words)))
            if brands:
                yield BrandsNamed(way if language == MAIN else (*way, language), brands, bool(_OR_EQUIVALENT.search(words)))
