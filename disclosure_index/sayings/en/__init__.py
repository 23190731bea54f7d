"""What findings say, in English: a module for each thing that they are about."""

from disclosure_index.sayings.en import files, report, verdict

SAYINGS = {**verdict.SAYINGS, **report.SAYINGS, **files.SAYINGS}
