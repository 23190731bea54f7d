"""What the HTML page says around its tables."""

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "search": "Search",
        "all": "All",
        "clear": "Show all",
        "rows-shown": "{shown} of {all} rows",
    },
    "zh-Hans": {
        "search": "搜索",
        "all": "全部",
        "clear": "显示全部",
        "rows-shown": "显示{shown}行，共{all}行",
    },
    "zh-Hant": {
        "search": "搜尋",
        "all": "全部",
        "clear": "顯示全部",
        "rows-shown": "顯示{shown}行，共{all}行",
    },
}
