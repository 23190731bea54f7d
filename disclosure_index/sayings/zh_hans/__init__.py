"""What findings say, in simplified Chinese: a module for each thing that they are about."""

from disclosure_index.sayings.zh_hans import files, report, verdict

SAYINGS = {**verdict.SAYINGS, **report.SAYINGS, **files.SAYINGS}
