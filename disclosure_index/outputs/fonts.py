"""The fonts of office documents, per language: those that come with Word and Excel."""

from collections.abc import Mapping

FONTS: Mapping[str, str] = {"en": "Arial", "zh-Hans": "Microsoft YaHei", "zh-Hant": "Microsoft JhengHei"}
