"""``disclosure-index screen``: assess a whole market of reports."""

from datetime import date
from pathlib import Path

import click

from disclosure_index.cli import options
from disclosure_index.cli.program.language import print_message
from disclosure_index.cli.program.usage import UsageError
from disclosure_index.cli.screen.extra import SCREEN, require
from disclosure_index.errors import ExitCode
from disclosure_index.messages import AFTER_PLACE, joined, message


@click.command(name="screen")
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Folder of the data sets; with --report, the page to write."
)
@click.option(
    "--issuers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="CSV",
    help="Table of reports: id, file, or file_en, file_zh_hans and file_zh_hant, and what is known of each.",
)
@click.option("--workers", type=click.IntRange(1, 1024), metavar="N", help="Reports at once. Default: the processors.")
@click.option("--scheduler", default="", metavar="ADDRESS", help="Dask scheduler to use, such as tcp://10.0.0.5:8786.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=120.0,
    show_default=True,
    metavar="SECONDS",
    help="Processor time that one report may take.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=128),
    default=2048,
    show_default=True,
    metavar="MIB",
    help="Memory that one report may take.",
)
@click.option(
    "--resume", is_flag=True, help="Go on with the screen in the folder of -o: skip what is there and unchanged."
)
@click.option("-q", "--quiet", is_flag=True, help="Print no progress and no problems, only the sums.")
@click.option(
    "--report",
    "screened",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write one HTML page about the screen in DIR, and look at no report.",
)
@click.option(
    "--as-of",
    "today",
    metavar="YYYY-MM-DD",
    callback=options.day_or_none,
    help="No financial year after that of this date is believed. Default: today, or the day of the screen that goes "
    "on.",
)
@options.definitions
@options.language
def command(
    sources: tuple[str, ...],
    output: Path | None,
    issuers: Path | None,
    workers: int | None,
    scheduler: str,
    timeout: float,
    memory: int,
    resume: bool,
    quiet: bool,
    screened: Path | None,
    today: date | None,
    definitions: Path | None,
    language: str | None,
) -> None:
    """Look at many reports, and write what was found out as Parquet.

    SOURCE is a published report, a tagged folder, a folder of reports, a pattern such as "reports/*.pdf", or an address
    such as s3://bucket/reports. A report that cannot be looked at is a row of problems, and stops nothing.

    \b
    Examples:
      disclosure-index screen reports/ -o market --workers 8
      disclosure-index screen --issuers issuers.csv -o market --resume
      disclosure-index screen reports/ -o market --scheduler tcp://10.0.0.5:8786
      disclosure-index screen --report market -o market.html
    """
    require("screen", SCREEN)
    if screened:
        if sources or issuers:
            raise UsageError(message("--report looks at no report; name no source with it"))
        _write_page(screened, output, language)
        return
    if output is None:
        raise UsageError(message("name the folder of the data sets with -o"))
    if workers and scheduler:
        raise UsageError(message("--workers and --scheduler exclude each other"))
    from disclosure_index.cli.screen.progress import shown
    from disclosure_index.screening.run import screen

    with shown(quiet=quiet) as progress:
        done = screen(
            sources,
            output,
            issuers=issuers,
            workers=workers,
            scheduler=scheduler,
            timeout=timeout,
            memory=memory,
            as_of=today,
            language=language or "",
            definitions=definitions,
            resume=resume,
            progress=progress,
        )
    print_message(
        message(
            "{output}: {total} reports, {checked} checked, {in_part} in part, {not_checked} could not be checked",
            output=output,
            total=done.total,
            checked=done.checked,
            in_part=done.in_part,
            not_checked=done.not_checked,
        )
    )
    raise SystemExit(ExitCode.COULD_NOT_CHECK if done.not_checked else ExitCode.CLEAN)


def _write_page(folder: Path, output: Path | None, language: str | None) -> None:
    from disclosure_index.cli.program.output import write
    from disclosure_index.screening.page import page

    target = output or folder / "report.html"
    write(page(folder, language or "en", target), target)
    print_message(joined(AFTER_PLACE, (target, message("written"))))
