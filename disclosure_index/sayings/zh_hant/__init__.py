"""What findings say, in traditional Chinese: a module for each thing that they are about."""

from disclosure_index.sayings.zh_hant import files, report, verdict

SAYINGS = {**verdict.SAYINGS, **report.SAYINGS, **files.SAYINGS}
