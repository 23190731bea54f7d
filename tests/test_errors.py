"""What ends a run: its lines in English, and what they are made of for other languages."""

import pickle
from pathlib import Path

import pytest

from disclosure_index.edits import EditError
from disclosure_index.errors import ConfigError, CouldNotCheckError, ReportedError
from disclosure_index.messages import message, render
from disclosure_index.model import Location

PROBLEM = message("cannot be read: {why}", why=message("Permission denied"))


@pytest.mark.parametrize(
    ("error", "english", "chinese"),
    [
        (ConfigError(PROBLEM), "error: cannot be read: Permission denied", "錯誤：無法讀取：沒有權限"),
        (
            CouldNotCheckError(PROBLEM, Path("a.toml")),
            "a.toml: error: cannot be read: Permission denied",
            "a.toml: 錯誤：無法讀取：沒有權限",
        ),
        (
            ConfigError(PROBLEM, Location("a.toml", 3, 1), message("Reload the report")),
            "a.toml:3:1: error: cannot be read: Permission denied\n  help: Reload the report",
            "a.toml:3:1: 錯誤：無法讀取：沒有權限\n  辦法：請重新讀取報告",
        ),
        (
            EditError(
                message("cannot undo"), Location("a", 1, 2), message("no edit was made"), message("Choose a section")
            ),
            "a:1:2: error: cannot undo: no edit was made\n  help: Choose a section",
            "a:1:2: 錯誤：無法復原：沒有作出修改\n  辦法：請選擇章節",
        ),
        (ConfigError.of_lines([PROBLEM, "b"]), "cannot be read: Permission denied\nb", "無法讀取：沒有權限\nb"),
    ],
)
def test_it_has_its_lines_in_every_language(error: ReportedError, english: str, chinese: str) -> None:
    for one in (error, pickle.loads(pickle.dumps(error))):
        assert type(one) is type(error)
        assert (str(one), render(one.message, "zh-Hant")) == (english, chinese)
