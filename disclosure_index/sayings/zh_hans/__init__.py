"""What findings say, in simplified Chinese: a module for each thing that they are about.

Quotes are 「」, as HKEX sets them: “” take one cell in some terminals, and two in others.
"""

from disclosure_index.sayings.zh_hans import files, report, verdict

SAYINGS = {**verdict.SAYINGS, **report.SAYINGS, **files.SAYINGS}
